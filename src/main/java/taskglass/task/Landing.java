package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges a listing into a store that has changed since the listing was asked for. The listing overwrites each fact
 * except those learned after it was asked for. Sessions it lacks are removed, except those touched afterwards.
 */
record Landing(Listing listing, TaskRules rules, Shelf shelf, BookDiff diff) {

    void land() {
        landSessions(listing.sessions().found(), rules, shelf, diff);
        if (listing.sessions().all()) {
            dropLacking();
        }
        listing.doings().forEach(this::landDoings);
        listing.readings().forEach(reading -> landReading(reading, asked(), rules, shelf, diff));
        shelf.open(server()).forEach(this::landTime);
    }

    private void landTime(AgentTask task) {
        boolean looked = task.run().isPresent()
                || listing.readings().stream().anyMatch(reading -> reading.key().equals(task.key()));
        AgentTask later = looked ? rules.patience(task) : task;
        if (!later.equals(task)) {
            shelf.put(later, diff);
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
    static void landSessions(List<SessionInfo> found, TaskRules rules, Shelf shelf, BookDiff diff) {
        for (SessionInfo session : found) {
            Optional<AgentTask> known = shelf.find(session.key());
            if (known.filter(task -> TaskRules.isToldAlready(task, session)).isPresent()) {
                continue;
            }
            AgentTask task =
                    TaskRules.listed(known.orElseGet(() -> AgentTask.first(session)), session, rules.revision());
            if (shelf.admits(session) && !known.equals(Optional.of(task))) {
                shelf.put(task, diff);
            }
        }
    }

    private void landDoings(Listing.Doings doings) {
        for (AgentTask task : shelf.open(server())) {
            if (!doings.anywhere() && task.session().directory().equals(doings.directory())) {
                landDoing(task, doings.active().getOrDefault(task.key().session(), notNamed(task, doings)));
            }
        }
        for (Map.Entry<String, Activity> entry : doings.active().entrySet()) {
            shelf.find(new TaskKey(server(), entry.getKey())).ifPresent(task -> landDoing(task, entry.getValue()));
        }
        doings.asks()
                .ifPresent(asks -> shelf.open(server()).stream()
                        .filter(task -> task.session().directory().equals(doings.directory()))
                        .forEach(task -> landAsks(task, told(task, asks, doings.refused()))));
    }

    /** A session missing from the list of active sessions is idle. Without a list, the state from the events stays. */
    private static Activity notNamed(AgentTask task, Listing.Doings doings) {
        if (!doings.refused().contains(Listing.Told.STATUS)) {
            return Activity.idle();
        }
        boolean known = task.activity().active() || task.sight().heard().isAfter(Instant.EPOCH);
        return known ? task.activity() : new Activity.Untold();
    }

    /** Merges the listed requests. A request reported after the listing was asked for stays. */
    private void landAsks(AgentTask task, List<Attention> listed) {
        Asks known = task.pulse().asks();
        Asks now = task.pulse().touched() > asked() ? also(known, listed) : known.listed(listed, rules.now(), asked());
        if (!task.activity().rests() && !now.equals(known)) {
            shelf.put(TaskRules.asks(task, now), diff);
        }
    }

    /** Returns the listed requests, and the known requests of the lists that the server refuses to return. */
    private static List<Attention> told(AgentTask task, Map<String, List<Attention>> asks, Set<Listing.Told> refused) {
        Stream<Attention> known =
                task.pulse().asks().open().stream().filter(request -> refused.contains(Listing.Told.of(request)));
        return Stream.concat(known, asks.getOrDefault(task.key().session(), List.of()).stream())
                .toList();
    }

    private Asks also(Asks known, List<Attention> listed) {
        Asks more = known;
        for (Attention request : listed) {
            more = more.asked(request, rules.now());
        }
        return more;
    }

    private void landDoing(AgentTask task, Activity activity) {
        boolean newer = task.pulse().learnt() <= asked();
        if (newer && !task.deleted() && !task.activity().equals(activity)) {
            shelf.put(rules.doing(task, activity), diff);
        }
    }

    /** Merges what was read of a session, asked for at that revision. */
    static void landReading(Listing.Reading reading, long asked, TaskRules rules, Shelf shelf, BookDiff diff) {
        shelf.find(reading.key())
                .filter(task -> !task.deleted())
                .ifPresent(task -> shelf.put(rules.read(task, reading, asked), diff));
        reading.facts().forEach(fact -> shelf.hear(reading.key(), fact, diff));
    }

    private void dropLacking() {
        Set<TaskKey> listed =
                listing.sessions().found().stream().map(SessionInfo::key).collect(Collectors.toUnmodifiableSet());
        for (AgentTask task : shelf.of(server())) {
            boolean touchedSince = task.pulse().touched() > asked();
            if (!listed.contains(task.key()) && !touchedSince && !task.deleted()) {
                shelf.put(rules.apply(task, new Fact.Lacking()), diff);
            }
        }
    }
}
