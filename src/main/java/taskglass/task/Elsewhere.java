package taskglass.task;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who else could be at work on a session that its server lists and does not run: the OpenCode processes of this user. */
final class Elsewhere {
    /**
     * How long an unfinished message may lie still, while its server does not run it, before its run counts as left
     * behind: another process may wait that long for a command or a model without writing anything down.
     */
    static final Duration STILLNESS = Duration.ofMinutes(10);

    /** The same after a finished step, for the next one is written down at once; and where nobody shows who could wait. */
    static final Duration SHORT_STILLNESS = Duration.ofSeconds(30);

    private final Shelf shelf;
    private final Predicate<ServerId> tells;
    private LocalProcesses processes = LocalProcesses.UNKNOWN;

    /** {@code tells} says which servers have told what they work on, and answer still. */
    Elsewhere(Shelf shelf, Predicate<ServerId> tells) {
        this.shelf = shelf;
        this.tells = tells;
    }

    LocalProcesses processes() {
        return processes;
    }

    /** Takes in what a look found: what was at work in processes that are not there any more has ended with them. */
    void looked(List<LocalProcess> found, Function<ServerId, TaskRules> rules, BookDiff diff) {
        LocalProcesses before = processes;
        processes = LocalProcesses.of(found);
        before.goneFrom(processes)
                .forEach(server -> leave(server, rules.apply(server), Reason.Code.OPENCODE_ENDED, diff));
    }

    /** The process of a server has ended, and with it what it worked on, whichever server shows that. */
    private void leave(ServerId server, TaskRules rules, Reason.Code why, BookDiff diff) {
        for (AgentTask task : shelf.open(server)) {
            shelf.put(rules.leftBehind(task, why), diff);
            if (task.activity().active()) {
                shelf.leave(task, EndFacts.Left.of(task, why), diff);
            }
        }
    }

    /** A server of ours has ended. */
    void ended(ServerId server, boolean stopped, TaskRules rules, BookDiff diff) {
        processes = processes.ended(server);
        leave(server, rules, stopped ? Reason.Code.OPENCODE_STOPPED : Reason.Code.OPENCODE_ENDED, diff);
    }

    /** How long what its server does not run must lie still to count as left behind. */
    Duration stillness(AgentTask task) {
        boolean nothingShows = task.unanswered() || task.closed() || (task.empty() && unknown(task));
        return nothingShows || nobody(task) ? SHORT_STILLNESS : STILLNESS;
    }

    /** Whether it may have ended for want of its directory, which is on this machine and has not been looked for. */
    boolean toBeLookedFor(AgentTask task) {
        return processes.sharesFiles(task.key().server())
                && task.run().filter(task.sight().ends()::toBeLookedFor).isPresent();
    }

    /** Whether nobody can be at work on it. */
    private boolean nobody(AgentTask task) {
        String session = task.key().session();
        return processes.noneBeside(
                task.key().server(), task.session().updated(), server -> idle(new TaskKey(server, session)));
    }

    /** Whether nothing is known of who could be, be it nearby or on another machine. */
    private boolean unknown(AgentTask task) {
        return !processes.isLocal(task.key().server());
    }

    private boolean idle(TaskKey key) {
        return tells.test(key.server())
                && shelf.find(key).filter(task -> !task.activity().rests()).isEmpty();
    }
}
