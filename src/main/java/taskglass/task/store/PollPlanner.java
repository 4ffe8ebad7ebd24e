package taskglass.task.store;

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
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.ListingRequest;
import taskglass.task.status.ListingRequest.Read;
import taskglass.task.status.ServerHealth;

/** Decides what the next poll of each server asks for: only what may have changed, never everything. */
final class PollPlanner {
    private static final int ROWS_ON_A_SCREEN = 64;

    /**
     * Every so many polls, the poll also asks for what the event stream normally reports, in case the stream is silent.
     * At the usual interval, a request or tool call that the stream did not report is seen after ten seconds at most.
     */
    private static final int QUESTIONS_TO_A_LOOK_AROUND = 5;

    /** How many tasks without known news each poll reads again, in turn. */
    private static final int READ_AGAIN = 3;

    /** The last read of a task: the task's state at that time, and the position of the read among all reads. */
    private record LastRead(Instant updated, boolean active, long place) {}

    private final ReadLimits limits;
    private final SequencedSet<TaskKey> viewed = new LinkedHashSet<>();
    private final Map<ServerId, Instant> listedThrough = new HashMap<>();
    private final Map<ServerId, Long> allWanted = new HashMap<>();
    private final Map<ServerId, Integer> questions = new HashMap<>();
    /** The tasks that the last question asked to read, and whether it asked for the whole run of each. */
    private final Map<ServerId, Map<TaskKey, Boolean>> lastReads = new HashMap<>();

    private final Map<TaskKey, LastRead> asked = new HashMap<>();
    private long places;

    PollPlanner(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * Makes the next listing of this server cover all its sessions. A listing asked for before this revision does not
     * count.
     */
    void listAll(ServerId server, long revision) {
        allWanted.put(server, revision);
    }

    /** Remembers how far the listing reached. */
    void onListing(Listing listing) {
        ServerId server = listing.question().server();
        if (listing.sessions().all() && listing.question().asked() >= allWanted.getOrDefault(server, 0L)) {
            allWanted.remove(server);
        }
        listedThrough.putIfAbsent(server, Instant.EPOCH);
        for (SessionInfo session : listing.sessions().found()) {
            listedThrough.merge(server, session.updated(), PollPlanner::later);
        }
    }

    private Optional<Instant> since(ServerId server) {
        return Optional.ofNullable(listedThrough.get(server)).filter(through -> !allWanted.containsKey(server));
    }

    void forget(ServerId server) {
        listedThrough.remove(server);
        allWanted.remove(server);
        lastReads.remove(server);
        questions.remove(server);
        asked.keySet().removeIf(key -> key.server().equals(server));
    }

    /**
     * Notes that the user is looking at a task whose tool calls are not all known. Only the most recent ones are kept:
     * tasks that were merely scrolled past do not count.
     */
    void requestReading(TaskKey key) {
        viewed.remove(key);
        viewed.add(key);
        if (viewed.size() > ROWS_ON_A_SCREEN) {
            viewed.removeFirst();
        }
    }

    /**
     * Returns the question for the next poll. {@code ourFiles} says whether the server's directories can be checked on
     * this machine.
     */
    ListingRequest nextRequest(ServerHealth health, long revision, TaskIndex index, boolean ourFiles) {
        ServerId server = health.server();
        List<AgentTask> open = index.open(server);
        boolean full = (questions.merge(server, 1, Integer::sum) - 1) % QUESTIONS_TO_A_LOOK_AROUND == 0;
        List<String> directories = open.stream()
                .filter(task -> ReadNeeds.concerns(task) || ReadNeeds.undecided(task))
                .map(task -> task.session().directory())
                .filter(directory -> !directory.isEmpty())
                .distinct()
                .toList();
        List<AgentTask> complete =
                requested(server, index).limit(limits.whole()).toList();
        List<AgentTask> newest = toRead(health, open, full)
                .filter(task -> !complete.contains(task))
                .toList();
        List<Read> reads = Stream.of(
                        newest.stream()
                                .filter(this::fresh)
                                .limit(limits.newest())
                                .map(task -> newest(task, ourFiles)),
                        again(newest).map(task -> newest(task, ourFiles)),
                        complete.stream().map(task -> read(task, true, ourFiles)))
                .flatMap(read -> read)
                .toList();
        reads.forEach(read -> index.find(read.session().key()).ifPresent(this::markRequested));
        lastReads.put(
                server,
                reads.stream()
                        .collect(Collectors.toUnmodifiableMap(r -> r.session().key(), Read::wholeRun)));
        boolean attention = !health.streaming() || since(server).isEmpty();
        return new ListingRequest(
                server,
                revision,
                since(server),
                directories,
                full ? Set.copyOf(directories) : waiting(open),
                attention,
                reads);
    }

    /** The directories in which a task is known to wait for the user. The request may have been answered elsewhere. */
    private static Set<String> waiting(List<AgentTask> open) {
        return open.stream()
                .filter(task -> task.status() == TaskStatus.NEEDS_YOU)
                .map(task -> task.session().directory())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<AgentTask> toRead(ServerHealth health, List<AgentTask> open, boolean full) {
        return open.stream()
                .filter(task ->
                        ReadNeeds.needsReading(task) || !health.streaming() || (full && ReadNeeds.unheard(task)))
                .sorted(Comparator.comparing((AgentTask task) -> !task.ranHere())
                        .thenComparing(AgentTask::recency, Comparator.reverseOrder()));
    }

    private void markRequested(AgentTask task) {
        places++;
        asked.put(
                task.key(),
                new LastRead(task.session().updated(), task.activity().active(), places));
    }

    /**
     * Whether the task has news that no read has covered yet: it is new, it has become idle, or it has changed since.
     */
    private boolean fresh(AgentTask task) {
        LastRead before = asked.get(task.key());
        boolean rests = !task.activity().active() && !task.elsewhere();
        return before == null
                || (rests
                        && (before.active()
                                || !before.updated().equals(task.session().updated())));
    }

    /** The tasks whose last read is the longest ago. */
    private Stream<AgentTask> again(List<AgentTask> tasks) {
        return tasks.stream()
                .filter(task -> !fresh(task))
                .sorted(Comparator.comparingLong(task -> asked.get(task.key()).place()))
                .limit(READ_AGAIN);
    }

    private static Read newest(AgentTask task, boolean ourFiles) {
        return read(task, task.ranHere() || task.history().coverage().whole(), ourFiles);
    }

    /** The tasks that the user is looking at, most recent first. */
    private Stream<AgentTask> requested(ServerId server, TaskIndex index) {
        return viewed.reversed().stream()
                .filter(key -> key.server().equals(server))
                .flatMap(key -> index.find(key).stream())
                .filter(task -> ReadNeeds.callsMissed(task) || ReadNeeds.unread(task))
                .filter(task -> !task.ranHere() && !task.deleted());
    }

    /**
     * Whether something needs reading that the last question did not ask for, so that the next poll should not wait.
     */
    boolean urgent(ServerId server, TaskIndex index) {
        Map<TaskKey, Boolean> last = lastReads.getOrDefault(server, Map.of());
        return index.unread(server).stream()
                        .flatMap(key -> index.find(key).stream())
                        .anyMatch(this::fresh)
                || requested(server, index).anyMatch(task -> !last.getOrDefault(task.key(), false));
    }

    private static Read read(AgentTask task, boolean wholeRun, boolean ourFiles) {
        return new Read(task.session(), task.history().coveredTo(), wholeRun, ourFiles);
    }

    static ListingRequest wholeRun(AgentTask task, long revision, boolean ourFiles) {
        List<Read> read = List.of(read(task, true, ourFiles));
        return new ListingRequest(task.key().server(), revision, Optional.empty(), List.of(), Set.of(), false, read);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
