package taskglass.task.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Activity;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Attention;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.OpenRequests;

/**
 * Merges a listing into a store that has changed since the listing was asked for. The listing overwrites each fact
 * except those learned after it was asked for. Sessions it lacks are removed, except those touched afterwards.
 */
record ListingMerge(Listing listing, TaskRules rules, TaskIndex index, StoreDiff diff) {

    void merge() {
        mergeSessions(listing.sessions().found(), rules, index, diff);
        if (listing.sessions().all()) {
            dropLacking();
        }
        listing.doings().forEach(this::mergeActivities);
        listing.readings().forEach(reading -> mergeReading(reading, asked(), rules, index, diff));
        index.open(server()).forEach(this::mergeTime);
    }

    private void mergeTime(AgentTask task) {
        boolean looked = task.run().isPresent()
                || listing.readings().stream().anyMatch(reading -> reading.key().equals(task.key()));
        AgentTask later = looked ? rules.patience(task) : task;
        if (!later.equals(task)) {
            index.put(later, diff);
        }
    }

    private ServerId server() {
        return listing.question().server();
    }

    private long asked() {
        return listing.question().asked();
    }

    /**
     * Merges listed sessions. They need no ordering rule: of two states of one session, the session itself shows the
     * newer.
     */
    static void mergeSessions(List<SessionInfo> found, TaskRules rules, TaskIndex index, StoreDiff diff) {
        for (SessionInfo session : found) {
            Optional<AgentTask> before = index.find(session.key());
            if (before.filter(task -> TaskRules.isUnchangedBy(task, session)).isPresent()) {
                continue;
            }
            AgentTask task =
                    TaskRules.listed(before.orElseGet(() -> AgentTask.first(session)), session, rules.revision());
            if (index.accepts(session) && !before.equals(Optional.of(task))) {
                index.put(task, diff);
            }
        }
    }

    private void mergeActivities(Listing.DirectoryActivity doings) {
        for (AgentTask task : index.open(server())) {
            if (!doings.anywhere() && task.session().directory().equals(doings.directory())) {
                mergeActivity(task, doings.active().getOrDefault(task.key().session(), notNamed(task, doings)));
            }
        }
        for (Map.Entry<String, Activity> entry : doings.active().entrySet()) {
            index.find(new TaskKey(server(), entry.getKey())).ifPresent(task -> mergeActivity(task, entry.getValue()));
        }
        doings.asks()
                .ifPresent(asks -> index.open(server()).stream()
                        .filter(task -> task.session().directory().equals(doings.directory()))
                        .forEach(task -> mergeRequests(task, requestsOf(task, asks, doings.refused()))));
    }

    /** A session missing from the list of active sessions is idle. Without a list, the state from the events stays. */
    private static Activity notNamed(AgentTask task, Listing.DirectoryActivity doings) {
        if (!doings.refused().contains(Listing.DirectoryList.STATUS)) {
            return Activity.idle();
        }
        boolean before = task.activity().active() || task.presence().lastEvent().isAfter(Instant.EPOCH);
        return before ? task.activity() : new Activity.Unknown();
    }

    /** Merges the listed requests. A request reported after the listing was asked for stays. */
    private void mergeRequests(AgentTask task, List<Attention> listed) {
        OpenRequests before = task.sessionActivity().asks();
        OpenRequests now = task.sessionActivity().touched() > asked()
                ? also(before, listed)
                : before.listed(listed, rules.now(), asked());
        if (!task.activity().rests() && !now.equals(before)) {
            index.put(TaskRules.asks(task, now), diff);
        }
    }

    /** Returns the listed requests, and the known requests of the lists that the server refuses to return. */
    private static List<Attention> requestsOf(
            AgentTask task, Map<String, List<Attention>> asks, Set<Listing.DirectoryList> refused) {
        Stream<Attention> before = task.sessionActivity().asks().open().stream()
                .filter(request -> refused.contains(Listing.DirectoryList.of(request)));
        return Stream.concat(before, asks.getOrDefault(task.key().session(), List.of()).stream())
                .toList();
    }

    private OpenRequests also(OpenRequests before, List<Attention> listed) {
        OpenRequests more = before;
        for (Attention request : listed) {
            more = more.asked(request, rules.now());
        }
        return more;
    }

    private void mergeActivity(AgentTask task, Activity activity) {
        boolean newer = task.sessionActivity().learnt() <= asked();
        if (newer && !task.deleted() && !task.activity().equals(activity)) {
            index.put(rules.withActivity(task, activity), diff);
        }
    }

    /** Merges what was read of a session, asked for at that revision. */
    static void mergeReading(Listing.Reading reading, long asked, TaskRules rules, TaskIndex index, StoreDiff diff) {
        index.find(reading.key())
                .filter(task -> !task.deleted())
                .ifPresent(task -> index.put(rules.read(task, reading, asked), diff));
        reading.facts().forEach(fact -> index.onParentFact(reading.key(), fact, diff));
    }

    private void dropLacking() {
        Set<TaskKey> listed =
                listing.sessions().found().stream().map(SessionInfo::key).collect(Collectors.toUnmodifiableSet());
        for (AgentTask task : index.of(server())) {
            boolean touchedSince = task.sessionActivity().touched() > asked();
            if (!listed.contains(task.key()) && !touchedSince && !task.deleted()) {
                index.put(rules.apply(task, new Fact.Lacking()), diff);
            }
        }
    }
}
