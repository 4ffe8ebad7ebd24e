package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.lab.MovableClock;
import taskglass.task.request.Launch;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.Times;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.status.Provenance;
import taskglass.task.store.Change;
import taskglass.task.store.ReadLimits;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** Tells a book, in a test's words, what a server would: prompts, steps, ends and listings of sessions in one place. */
public final class Story {
    public static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");
    public static final String PLACE = "/home/dev/project";

    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    public final TaskStore store;
    private final List<Consumer<StoreDiff>> followers = new ArrayList<>();
    /** By part id, the message of each tool call. */
    private final Map<String, String> messages = new HashMap<>();

    private int ids;

    public Story() {
        this(ReadLimits.WINDOW);
    }

    public Story(ReadLimits limits) {
        store = new TaskStore(clock, limits);
    }

    public static TaskKey key(String session) {
        return new TaskKey(SERVER, session);
    }

    public SessionInfo session(String id) {
        return session(id, Optional.empty());
    }

    public SessionInfo session(String id, Optional<String> parent) {
        Times times = new Times(clock.instant(), clock.instant());
        return new SessionInfo(
                key(id), Launch.title("Launch " + id), parent.map(Story::key), PLACE, Assignment.UNKNOWN, times);
    }

    /** Hands every difference from now on to somebody. */
    public void follow(Consumer<StoreDiff> follower) {
        followers.add(follower);
    }

    public StoreDiff apply(Change... changes) {
        StoreDiff diff = store.apply(List.of(changes));
        followers.forEach(follower -> follower.accept(diff));
        return diff;
    }

    public StoreDiff applyEvent(String session, Fact fact) {
        return apply(new Change.Heard(key(session), clock.instant(), fact));
    }

    public void created(String session) {
        applyEvent(session, new Fact.Session(session(session)));
    }

    public void created(String session, String parent) {
        applyEvent(session, new Fact.Session(session(session, Optional.of(parent))));
    }

    /** The session is told anew, as a server does after each step and after idle. */
    public void updated(String session) {
        SessionInfo known = task(session).session();
        Times times = new Times(known.times().created(), clock.instant());
        applyEvent(
                session,
                new Fact.Session(new SessionInfo(
                        known.key(), known.title(), known.parent(), known.directory(), known.assignment(), times)));
    }

    public void launched(String session, String parent, ParentWish wish) {
        Launch launch = new Launch("Launch " + session, clock.instant(), wish, Optional.empty());
        apply(new Change.Launched(session(session, Optional.of(parent).filter(p -> !p.isEmpty())), launch));
    }

    /** A prompt, and the session busy with it. */
    public void prompted(String session) {
        clock.move(Duration.ofSeconds(1));
        applyEvent(session, new Fact.Prompted(new Prompt(nextId(), clock.instant()), Assignment.UNKNOWN));
        applyEvent(session, new Fact.Doing(Activity.busy()));
    }

    public void called(String session, String part, ToolCall.State state) {
        String message = messages.computeIfAbsent(part, p -> nextId());
        applyEvent(session, new Fact.Called(new ToolCall(part, message, "bash", state)));
    }

    public AssistantMessage answer(String finish) {
        Ending ending = new Ending(Optional.of(clock.instant()), Optional.of(finish), Optional.empty());
        return new AssistantMessage(nextId(), "", clock.instant(), Assignment.UNKNOWN, ending);
    }

    public void idle(String session) {
        applyEvent(session, new Fact.Doing(Activity.idle()));
    }

    public void completed(String session) {
        clock.move(Duration.ofSeconds(1));
        applyEvent(session, new Fact.Answered(answer("stop")));
        idle(session);
    }

    public void failed(String session, String why) {
        applyEvent(session, new Fact.Erred(new TaskError("APIError", why)));
        idle(session);
    }

    public ListingRequest asks() {
        return store.nextRequest(SERVER);
    }

    public StoreDiff applyListing(
            ListingRequest listingRequest, Sessions sessions, Map<String, Activity> active, Reading... readings) {
        DirectoryActivity doings = new DirectoryActivity(PLACE, new LinkedHashMap<>(active));
        return apply(new Change.Listed(
                new Listing(listingRequest, clock.instant(), sessions, List.of(doings), List.of(readings))));
    }

    public Reading reading(String session, Fact... facts) {
        return new Reading(key(session), List.of(facts), true, true, clock.instant());
    }

    public AgentTask task(String session) {
        return store.find(key(session)).orElseThrow();
    }

    public TaskStatus status(String session) {
        return task(session).status();
    }

    public Provenance provenance(String session) {
        return store.provenance(task(session));
    }

    public int calls(String session) {
        return task(session).run().orElseThrow().tools().count();
    }

    /** Ids that ascend, as OpenCode's do. */
    public String nextId() {
        return "msg_%06d".formatted(ids++);
    }
}
