package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import taskglass.engine.NoticeLog;
import taskglass.lab.MovableClock;
import taskglass.task.ModelSession.ModelRun;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;
import taskglass.task.store.Notice;
import taskglass.task.store.OtherWorkers;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** One random story: a {@link ModelServer} that works, a book that hears of it by stream and polls, and its end. */
final class AnyStory {
    private static final int ROUNDS = 6;

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    final ModelServer server;
    final LossyStream stream;
    final List<Notice> shown = new ArrayList<>();
    /** The runs that were seen at work. */
    final Set<ModelRun> seenAtWork = new LinkedHashSet<>();
    /** When the app began to watch. */
    Instant opened = clock.instant();

    TaskStore store = new TaskStore(clock);

    final List<Object> log = new ArrayList<>();
    private final SplittableRandom random;
    private final List<Change> inbox = new ArrayList<>();
    private NoticeLog notices;
    private Optional<ListingRequest> asked = Optional.empty();
    private Optional<Sessions> sessions = Optional.empty();
    private Optional<Listing> answer = Optional.empty();

    AnyStory(long seed) {
        random = new SplittableRandom(seed);
        stream = new LossyStream(random.split());
        server = new ModelServer(clock, random.split(), stream::send);
        notices = new NoticeLog(store, shown::add);
    }

    /** Lives the story to its end, when all is told and the app has nothing left to ask. */
    void live() {
        int before = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
        for (int i = 0; i < before; i++) {
            server.step();
            pass(500);
        }
        opened = clock.instant();
        store = new TaskStore(clock);
        notices = new NoticeLog(store, shown::add);
        stream.open();
        while (server.step()) {
            pass(500);
            stream.turn();
            deliverEvents();
            poll();
            cross(2);
        }
        finish();
    }

    private void pass(int most) {
        clock.move(Duration.ofMillis(1 + random.nextInt(most)));
    }

    private void deliverEvents() {
        if (random.nextBoolean()) {
            inbox.addAll(stream.arrived(random.nextInt(8)));
        }
    }

    /** One stage of a listing at a time, so that anything may happen between two; the next begins when one has landed. */
    private void poll() {
        if (random.nextInt(3) > 0 || inbox.stream().anyMatch(Change.Listed.class::isInstance)) {
            return;
        }
        if (asked.isEmpty()) {
            asked = Optional.of(store.nextRequest(Story.SERVER));
        } else if (random.nextInt(20) == 0) {
            inbox.add(new Change.ListingFailed(Story.SERVER, new Trouble.NoAnswer("")));
            asked = Optional.empty();
            sessions = Optional.empty();
            answer = Optional.empty();
        } else if (sessions.isEmpty()) {
            sessions = Optional.of(server.sessions(asked.get().since()));
            inbox.add(new Change.Found(Story.SERVER, sessions.get().found()));
        } else if (answer.isEmpty()) {
            answer = Optional.of(answer(asked.get(), sessions.get()));
        } else {
            applyListing();
        }
    }

    private Listing answer(ListingRequest listingRequest, Sessions found) {
        List<Listing.DirectoryActivity> doings = server.doings(listingRequest, found);
        return new Listing(listingRequest, clock.instant(), found, doings, server.readings(listingRequest, found));
    }

    private void applyListing() {
        inbox.add(new Change.Listed(answer.orElseThrow()));
        asked = Optional.empty();
        sessions = Optional.empty();
        answer = Optional.empty();
    }

    /** What waits in the inbox crosses to the book, in one batch. */
    private void cross(int oneIn) {
        if (random.nextInt(oneIn) > 0 || inbox.isEmpty()) {
            return;
        }
        log.addAll(inbox);
        StoreDiff diff = store.apply(List.copyOf(inbox));
        inbox.clear();
        notices.consider(diff);
        diff.entries().forEach(this::see);
    }

    private void see(StoreDiff.Entry entry) {
        entry.after()
                .filter(task -> task.status().active())
                .flatMap(this::runOf)
                .ifPresent(seenAtWork::add);
    }

    private void finish() {
        inbox.addAll(stream.rest());
        if (answer.isPresent()) {
            applyListing();
        }
        cross(1);
        for (int round = 0; round < ROUNDS && (round == 0 || unsure()); round++) {
            pass(2000);
            ListingRequest listingRequest = store.nextRequest(Story.SERVER);
            log.add(listingRequest);
            inbox.add(new Change.Listed(answer(listingRequest, server.sessions(listingRequest.since()))));
            cross(1);
            if (round == 2) {
                watchFor(OtherWorkers.STILLNESS);
            }
        }
    }

    private void watchFor(Duration time) {
        for (Duration watched = Duration.ZERO; watched.compareTo(time) <= 0; watched = watched.plusSeconds(20)) {
            clock.move(Duration.ofSeconds(20));
            store.nextRequest(Story.SERVER);
        }
    }

    private boolean unsure() {
        return store.readingIsUrgent(Story.SERVER) || store.anyOpen(Story.SERVER);
    }

    /** The runs told of, by session and number, as far as what was told says which run it was. */
    List<String> runsTold() {
        return shown.stream()
                .flatMap(notice -> runTold(notice).map(run -> which(notice, run)).stream())
                .toList();
    }

    private String which(Notice notice, ModelRun run) {
        TaskKey key = notice.task().key();
        return key.session() + "/" + server.session(key).runs.indexOf(run);
    }

    Optional<ModelRun> runTold(Notice notice) {
        return runOf(notice.task());
    }

    private Optional<ModelRun> runOf(AgentTask task) {
        return task.run()
                .filter(run -> !run.newest().isEmpty())
                .flatMap(run -> server.session(task.key()).runOf(run.newest()));
    }
}
