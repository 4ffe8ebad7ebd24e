package taskglass.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.Question.Read;

/** Decides what the next poll of each server asks: what changed, never everything. */
final class Agenda {
    /** Sessions found at the start are read this many at a time, newest first: about half a second on loopback. */
    private static final int READS_AT_ONCE = 100;

    private final Map<ServerId, Instant> listedThrough = new HashMap<>();

    /** The next listing of this server shall be of all its sessions. */
    void listAll(ServerId server) {
        listedThrough.remove(server);
    }

    /** Remembers how far the listing reached, unless all were asked for again since. */
    void landed(Listing listing) {
        ServerId server = listing.question().server();
        boolean overtaken = listing.question().since().isPresent() && !listedThrough.containsKey(server);
        if (!overtaken) {
            listing.sessions().found().stream()
                    .map(SessionInfo::updated)
                    .forEach(updated -> listedThrough.merge(server, updated, Agenda::later));
            listedThrough.putIfAbsent(server, Instant.EPOCH);
        }
    }

    Question question(ServerHealth health, long revision, List<AgentTask> open) {
        ServerId server = health.server();
        List<String> directories = open.stream()
                .filter(task -> task.status().active())
                .map(task -> task.session().directory())
                .filter(directory -> !directory.isEmpty())
                .distinct()
                .toList();
        List<Read> reads = open.stream()
                .filter(task -> needsReading(task) || !health.streaming())
                .sorted(Comparator.comparing((AgentTask task) -> !task.ranHere())
                        .thenComparing(AgentTask::recency, Comparator.reverseOrder()))
                .limit(READS_AT_ONCE)
                .map(Agenda::read)
                .toList();
        return new Question(server, revision, Optional.ofNullable(listedThrough.get(server)), directories, reads);
    }

    /** Whether a poll has to look at this task at all. */
    static boolean concerns(AgentTask task) {
        return !task.deleted() && (task.status().active() || needsReading(task));
    }

    boolean urgent(List<AgentTask> open) {
        return open.stream()
                .anyMatch(task -> unread(task) || (task.ranHere() && callsMissed(task)) || justStopped(task));
    }

    private static boolean needsReading(AgentTask task) {
        return unread(task) || (callsMissed(task) && task.ranHere()) || undecided(task) || starting(task);
    }

    private static boolean unread(AgentTask task) {
        return task.session().updated().isAfter(task.sight().readThrough());
    }

    private static boolean callsMissed(AgentTask task) {
        return task.run().filter(run -> !run.tools().exact()).isPresent();
    }

    private static boolean undecided(AgentTask task) {
        return !task.activity().active()
                && task.run().isPresent()
                && task.outcome().isEmpty();
    }

    private static boolean justStopped(AgentTask task) {
        return task.ranHere() && undecided(task) && task.pulse().idleReadings() == 0;
    }

    private static boolean starting(AgentTask task) {
        return task.status() == TaskStatus.STARTING;
    }

    private static Read read(AgentTask task) {
        String knownTo = task.run().map(run -> run.tools().coveredTo()).orElse("");
        return new Read(task.session(), knownTo, task.ranHere());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
