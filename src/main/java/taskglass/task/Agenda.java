package taskglass.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Question.Read;

/** Decides what the next poll of each server asks: what changed, never everything. */
final class Agenda {
    /** Sessions found at the start are read this many at a time, newest first: about half a second on loopback. */
    private static final int READS_AT_ONCE = 100;

    private static final int ROWS_ON_A_SCREEN = 64;

    /** Whole runs of settled tasks may be megabytes each: a few at a time do not hold up the news. */
    private static final int LOOKED_AT_ONCE = 4;

    private final SequencedSet<TaskKey> looked = new LinkedHashSet<>();
    private final Map<ServerId, Instant> listedThrough = new HashMap<>();
    private final Map<ServerId, Long> allWanted = new HashMap<>();
    private final Map<ServerId, Set<TaskKey>> lastReads = new HashMap<>();

    /** The next listing of this server shall be of all its sessions; one asked for before now will not do. */
    void listAll(ServerId server, long revision) {
        allWanted.put(server, revision);
    }

    /** Remembers how far the listing reached. */
    void landed(Listing listing) {
        ServerId server = listing.question().server();
        if (listing.sessions().all() && listing.question().asked() >= allWanted.getOrDefault(server, 0L)) {
            allWanted.remove(server);
        }
        listedThrough.putIfAbsent(server, Instant.EPOCH);
        for (SessionInfo session : listing.sessions().found()) {
            listedThrough.merge(server, session.updated(), Agenda::later);
        }
    }

    private Optional<Instant> since(ServerId server) {
        return Optional.ofNullable(listedThrough.get(server)).filter(through -> !allWanted.containsKey(server));
    }

    void forget(ServerId server) {
        listedThrough.remove(server);
        allWanted.remove(server);
        lastReads.remove(server);
    }

    /** Somebody looks at a task whose calls are not all known. Only the last few count: what is scrolled past does not. */
    void look(TaskKey key) {
        looked.remove(key);
        looked.add(key);
        if (looked.size() > ROWS_ON_A_SCREEN) {
            looked.removeFirst();
        }
    }

    Question question(ServerHealth health, long revision, Shelf shelf) {
        ServerId server = health.server();
        List<AgentTask> open = shelf.open(server);
        List<String> directories = open.stream()
                .filter(task -> task.status().active())
                .map(task -> task.session().directory())
                .filter(directory -> !directory.isEmpty())
                .distinct()
                .toList();
        List<Read> reads = Stream.concat(
                        toRead(health, open).map(task -> read(task, task.ranHere())),
                        lookedAt(server, shelf).limit(LOOKED_AT_ONCE).map(task -> read(task, true)))
                .toList();
        lastReads.put(server, reads.stream().map(r -> r.session().key()).collect(Collectors.toUnmodifiableSet()));
        boolean attention = !health.streaming() || since(server).isEmpty();
        return new Question(server, revision, since(server), directories, attention, reads);
    }

    private static Stream<AgentTask> toRead(ServerHealth health, List<AgentTask> open) {
        return open.stream()
                .filter(task -> needsReading(task) || !health.streaming())
                .sorted(Comparator.comparing((AgentTask task) -> !task.ranHere())
                        .thenComparing(AgentTask::recency, Comparator.reverseOrder()))
                .limit(READS_AT_ONCE);
    }

    /** Newest look first. */
    private Stream<AgentTask> lookedAt(ServerId server, Shelf shelf) {
        return looked.reversed().stream()
                .filter(key -> key.server().equals(server))
                .flatMap(key -> shelf.find(key).stream())
                .filter(task -> callsMissed(task) && !needsReading(task) && !task.deleted());
    }

    /** Whether something needs reading that the last question did not ask for: no reason to wait for the next poll. */
    boolean urgent(ServerId server, Shelf shelf) {
        Set<TaskKey> asked = lastReads.getOrDefault(server, Set.of());
        return Stream.concat(shelf.open(server).stream().filter(Agenda::needsReading), lookedAt(server, shelf))
                .anyMatch(task -> !asked.contains(task.key()));
    }

    /** Whether a poll has to look at this task at all. */
    static boolean concerns(AgentTask task) {
        return !task.deleted() && (task.status().active() || needsReading(task));
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

    private static boolean starting(AgentTask task) {
        return task.status() == TaskStatus.STARTING;
    }

    private static Read read(AgentTask task, boolean wholeRun) {
        String knownTo = task.run().map(Run::coveredTo).orElse("");
        return new Read(task.session(), knownTo, wholeRun);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
