package taskglass.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskError;
import taskglass.task.TaskKey;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.store.Change;
import taskglass.task.store.ReadLimits;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** A book that is filled by telling it what servers tell; times are seconds after noon. */
public final class Sample {
    public static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public final TaskStore store;
    /** By session, what its answers are for. */
    private final Map<String, String> prompts = new HashMap<>();

    public Sample() {
        this(ReadLimits.WINDOW);
    }

    public Sample(ReadLimits limits) {
        store = new TaskStore(Clock.fixed(NOON, ZoneOffset.UTC), limits);
    }

    public static TaskKey key(String session) {
        return new TaskKey(SERVER, session);
    }

    public static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    public static SessionInfo session(String id, String parent, long second) {
        Optional<TaskKey> above = parent.isEmpty() ? Optional.empty() : Optional.of(key(parent));
        SessionInfo.Times times = new SessionInfo.Times(at(second), at(second));
        return new SessionInfo(key(id), "Title of " + id, above, "/srv/" + id, Assignment.UNKNOWN, times);
    }

    public AgentTask task(String id) {
        return store.find(key(id)).orElseThrow();
    }

    public StoreDiff told(String id, String parent, long second) {
        return heard(id, new Fact.Session(session(id, parent, second)));
    }

    public StoreDiff heard(String id, Fact... facts) {
        return store.apply(List.of(facts).stream()
                .map(fact -> (Change) new Change.Heard(key(id), NOON, fact))
                .toList());
    }

    /** A prompt at that second, and work on it. */
    public StoreDiff prompted(String id, long second) {
        Prompt prompt = new Prompt("msg_" + second + "a", at(second));
        prompts.put(id, prompt.id());
        return heard(id, new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Doing(Activity.busy()));
    }

    public StoreDiff called(String id, String part, ToolCall.State state) {
        return called(id, new ToolCall(part, "msg_9b", "bash", state));
    }

    /** A call in the one step of the run, of which servers tell before its calls. */
    public StoreDiff called(String id, ToolCall call) {
        return heard(id, new Fact.Answered(step(id, Ending.OPEN)), new Fact.Called(call));
    }

    public StoreDiff completed(String id, long second, String text) {
        return ended(id, new Ending(Optional.of(at(second)), Optional.of("stop"), Optional.empty()), text);
    }

    public StoreDiff failed(String id, long second, TaskError error) {
        return ended(id, new Ending(Optional.of(at(second)), Optional.empty(), Optional.of(error)), "");
    }

    /** A call of the parent's says what a plugin calls the child that it had started. */
    public StoreDiff delegated(String parent, String child, String backgroundId) {
        return heard(parent, new Fact.Delegated(child, backgroundId));
    }

    /** The run has cost so much by now. */
    public StoreDiff spent(String id, double dollars) {
        return heard(
                id,
                new Fact.Answered(new AssistantMessage(
                        "msg_9b", prompt(id), NOON, Assignment.UNKNOWN, Ending.OPEN, new Usage(1000, 10, dollars))));
    }

    private StoreDiff ended(String id, Ending ending, String text) {
        return heard(
                id,
                new Fact.Answered(step(id, ending)),
                new Fact.Text("msg_9b", text),
                new Fact.Doing(Activity.idle()));
    }

    private AssistantMessage step(String id, Ending ending) {
        return new AssistantMessage("msg_9b", prompt(id), NOON, Assignment.UNKNOWN, ending);
    }

    private String prompt(String session) {
        return prompts.getOrDefault(session, "msg_0a");
    }

    /** A listing of all sessions. */
    public StoreDiff listed(List<SessionInfo> sessions) {
        return store.apply(List.of(new Change.Listed(new Listing(
                store.nextRequest(SERVER), NOON, new Listing.Sessions(sessions, true), List.of(), List.of()))));
    }

    /** A listing of what the server's sessions in one directory do. */
    public StoreDiff doing(String directory, Map<String, Activity> active) {
        return store.apply(List.of(new Change.Listed(new Listing(
                store.nextRequest(SERVER),
                NOON,
                new Listing.Sessions(List.of(), false),
                List.of(new Listing.DirectoryActivity(directory, active)),
                List.of()))));
    }
}
