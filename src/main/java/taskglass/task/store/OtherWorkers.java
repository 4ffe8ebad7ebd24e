package taskglass.task.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.EndEvidence;
import taskglass.task.status.RunEvidence;

/**
 * Knows which other OpenCode processes of this user could be working on a session that its server lists but does not
 * run.
 */
public final class OtherWorkers {
    /**
     * How long an unfinished message may stay unchanged, while its server does not run it, before its run counts as
     * abandoned. Another process may wait that long for a command or a model without writing anything.
     */
    public static final Duration STILLNESS = Duration.ofMinutes(10);

    /**
     * The limit after a finished step, because the next step is written at once, and where no process could be waiting.
     */
    static final Duration SHORT_STILLNESS = Duration.ofSeconds(30);

    private final TaskIndex index;
    private final Predicate<ServerId> tells;
    private LocalProcesses processes = LocalProcesses.UNKNOWN;

    /** {@code tells} says which servers have reported what they work on and still answer. */
    OtherWorkers(TaskIndex index, Predicate<ServerId> tells) {
        this.index = index;
        this.tells = tells;
    }

    LocalProcesses processes() {
        return processes;
    }

    /** Merges the result of a process scan: what was at work in a process that is gone has ended with it. */
    void onProcesses(List<LocalProcess> found, Function<ServerId, TaskRules> rules, StoreDiff diff) {
        LocalProcesses before = processes;
        processes = LocalProcesses.of(found);
        before.goneFrom(processes)
                .forEach(server -> leave(server, rules.apply(server), Reason.Code.OPENCODE_ENDED, diff));
    }

    /** The process of a server has ended, and with it everything it worked on, on whichever server that is shown. */
    private void leave(ServerId server, TaskRules rules, Reason.Code why, StoreDiff diff) {
        for (AgentTask task : index.open(server)) {
            index.put(rules.processEnded(task, why), diff);
            if (task.activity().active()) {
                index.noteProcessEnd(task, EndEvidence.ProcessEnd.of(task, why), diff);
            }
        }
    }

    /** A server that Taskglass started has ended. */
    void ended(ServerId server, boolean stopped, TaskRules rules, StoreDiff diff) {
        processes = processes.ended(server);
        leave(server, rules, stopped ? Reason.Code.OPENCODE_STOPPED : Reason.Code.OPENCODE_ENDED, diff);
    }

    /** How long a task that its server does not run must stay unchanged to count as abandoned. */
    Duration stillness(AgentTask task) {
        RunEvidence evidence = task.evidence();
        boolean nothingShows = evidence.unanswered() || evidence.closed() || (evidence.empty() && unknown(task));
        return nothingShows || nobody(task) ? SHORT_STILLNESS : STILLNESS;
    }

    /**
     * Whether it may have ended because its directory is missing. The directory is on this machine and not checked yet.
     */
    boolean toBeLookedFor(AgentTask task) {
        return processes.sharesFiles(task.key().server())
                && task.run().filter(task.presence().ends()::toBeLookedFor).isPresent();
    }

    /** Whether no process can be working on it. */
    private boolean nobody(AgentTask task) {
        String session = task.key().session();
        return processes.noneBeside(
                task.key().server(), task.session().updated(), server -> idle(new TaskKey(server, session)));
    }

    /** Whether nothing is known about who could be working on it, on this machine or another. */
    private boolean unknown(AgentTask task) {
        return !processes.isLocal(task.key().server());
    }

    private boolean idle(TaskKey key) {
        return tells.test(key.server())
                && index.find(key).filter(task -> !task.activity().rests()).isEmpty();
    }
}
