package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import taskglass.lab.MovableClock;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;

/** An OpenCode server in miniature: it keeps the truth, tells of every change as events, and answers questions. */
final class ModelServer {
    private static final Duration LATELY = Duration.ofHours(24);

    final List<ModelSession> sessions = new ArrayList<>();
    private final MovableClock clock;
    private final RandomGenerator random;
    private final Consumer<Change.Heard> stream;
    private int ids;

    ModelServer(MovableClock clock, RandomGenerator random, Consumer<Change.Heard> stream) {
        this.clock = clock;
        this.random = random;
        this.stream = stream;
        boolean old = random.nextBoolean();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            add("s" + i, old);
        }
        if (random.nextInt(8) == 0) {
            closeRing(sessions.getLast());
        }
    }

    /** The root above a session says that this is its parent. */
    private static void closeRing(ModelSession lowest) {
        ModelSession top = lowest;
        while (top.parent.isPresent()) {
            top = top.parent.get();
        }
        top.claimed = Optional.of(lowest.key);
    }

    private void add(String id, boolean old) {
        boolean child = !sessions.isEmpty() && random.nextBoolean();
        Optional<ModelSession> parent =
                child ? Optional.of(sessions.get(random.nextInt(sessions.size()))) : Optional.empty();
        String directory = parent.map(p -> p.directory).orElse("/home/dev/place" + random.nextInt(2));
        ModelSession session = new ModelSession(id, parent, directory, old);
        sessions.add(session);
        new ModelScript(this, session, random).write();
    }

    Instant now() {
        return clock.instant();
    }

    String nextId() {
        return "msg_%06d".formatted(ids++);
    }

    void send(ModelSession session, Fact... facts) {
        for (Fact fact : facts) {
            stream.accept(new Change.Heard(session.key, now(), fact));
        }
    }

    /** Lets one thing happen; false when nothing is left to happen. */
    boolean step() {
        List<ModelSession> able = sessions.stream()
                .filter(session -> !session.script.isEmpty())
                .filter(session -> session.parent.map(ModelSession::created).orElse(true))
                .toList();
        if (able.isEmpty()) {
            return false;
        }
        able.get(random.nextInt(able.size())).script.removeFirst().run();
        return true;
    }

    /** Deletes a session with all below it, the lowest first. */
    void delete(ModelSession top) {
        for (ModelSession session : sessions.reversed()) {
            if (session == top || session.below(top)) {
                session.script.clear();
                if (session.created() && !session.deleted) {
                    remove(session);
                }
                session.deleted = true;
            }
        }
    }

    private void remove(ModelSession session) {
        send(session, new Fact.Deleted());
        if (session.busy) {
            session.script.addAll(new ModelScript(this, session, random).lastEvents());
        }
    }

    Sessions sessions(Optional<Instant> since) {
        List<SessionInfo> found = sessions.stream()
                .filter(session -> session.created() && !session.deleted)
                .map(ModelSession::info)
                .filter(info -> !info.updated().isBefore(since.orElse(Instant.EPOCH)))
                .sorted(Comparator.comparing(SessionInfo::updated).reversed())
                .toList();
        return new Sessions(found, since.isEmpty());
    }

    /** The status maps of the question's directories and of those in which something changed. */
    List<DirectoryActivity> doings(ListingRequest listingRequest, Sessions changed) {
        List<String> directories = new ArrayList<>(listingRequest.directories());
        changed.found().stream()
                .filter(info -> info.updated().isAfter(now().minus(LATELY)))
                .forEach(info -> directories.add(info.directory()));
        return directories.stream().distinct().map(this::doings).toList();
    }

    private DirectoryActivity doings(String directory) {
        Map<String, Activity> active = new LinkedHashMap<>();
        sessions.stream()
                .filter(session -> session.busy && session.directory.equals(directory))
                .forEach(session -> active.put(session.key.session(), Activity.busy()));
        return new DirectoryActivity(directory, active);
    }

    List<Reading> readings(ListingRequest listingRequest, Sessions changed) {
        List<Reading> readings = new ArrayList<>();
        for (ListingRequest.Read read : listingRequest.reads()) {
            SessionInfo newest = changed.found().stream()
                    .filter(info -> info.key().equals(read.session().key()))
                    .findFirst()
                    .orElse(read.session());
            ListingRequest.Read now = new ListingRequest.Read(newest, read.knownTo(), read.wholeRun());
            readings.add(new ModelReader(session(newest.key()), now).reading());
        }
        return readings;
    }

    ModelSession session(TaskKey key) {
        return sessions.stream()
                .filter(session -> session.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
