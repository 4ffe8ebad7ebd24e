package taskglass.task.run;

import java.util.List;
import java.util.Optional;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.task.request.Attention;
import taskglass.task.request.QueuedPrompt;

/** One fact about one session, from an event or from a reading of its messages. Both report the same facts. */
public sealed interface Fact {
    record Session(SessionInfo session) implements Fact {}

    /**
     * The user or a model has changed these properties of its session. All others stay the same.
     *
     * @param undone id of the first message that is undone now, "" for none
     */
    record Changed(Optional<String> title, Optional<String> directory, Optional<String> undone, Assignment assignment)
            implements Fact {}

    /** Something was reported that only its messages explain, so they must be read. */
    record Missed() implements Fact {}

    /** A sign that it continues; its content is not stored. */
    record Alive() implements Fact {}

    record Deleted() implements Fact {}

    /** It is archived: it is kept on the server, but no listing contains it any more. */
    record Archived() implements Fact {}

    /** The server does not know it: it was deleted without an event, or another server answers at that address now. */
    record Lacking() implements Fact {}

    record Doing(Activity activity) implements Fact {}

    record Prompted(Prompt prompt, Assignment assignment) implements Fact {}

    record Answered(AssistantMessage message) implements Fact {}

    record Called(ToolCall call) implements Fact {}

    /** The beginning of a text that the agent wrote in a message. */
    record Text(String message, String text) implements Fact {}

    /** A part of a message, and the kind of that message if it is a user message. */
    record Sent(String message, PromptKind kind) implements Fact {}

    /**
     * The agent started a subagent in the background and does not wait for it: its session, and a plugin's id for it or
     * "".
     */
    record Delegated(String child, String backgroundId) implements Fact {}

    /** A message no longer exists. */
    record Removed(String message) implements Fact {}

    /** A prompt waits in its queue. */
    record Enqueued(QueuedPrompt prompt) implements Fact {}

    /** A prompt left the queue: the server is working on it, or it was taken out. */
    record Dequeued(String id) implements Fact {}

    /** The server has listed the waiting prompts. */
    record Waiting(List<QueuedPrompt> prompts) implements Fact {}

    /** A cancel request from here removed these prompts from the queue. */
    record Dropped(List<QueuedPrompt> prompts) implements Fact {}

    record Erred(TaskError error) implements Fact {}

    record Asked(Attention request) implements Fact {}

    record Replied(String id) implements Fact {}

    /** Whether the fact concerns only the session, which another process may be working on. */
    default boolean tellsOfTheSession() {
        return this instanceof Session || this instanceof Changed || this instanceof Enqueued;
    }

    /** Whether the fact shows that its session exists. Facts about the end also arrive for a deleted session. */
    default boolean tellsOfLife() {
        return switch (this) {
            case Doing(Activity activity) -> activity.active();
            case Changed c -> true;
            case Missed m -> true;
            case Alive a -> true;
            case Deleted d -> false;
            case Archived a -> false;
            case Lacking l -> false;
            case Erred e -> false;
            case Replied r -> false;
            case Enqueued e -> true;
            case Dequeued d -> false;
            case Waiting w -> false;
            case Dropped d -> false;
            case Text s -> false;
            case Sent s -> true;
            case Removed r -> true;
            case Delegated d -> true;
            case Session t -> true;
            case Prompted p -> true;
            case Answered a -> true;
            case Called c -> true;
            case Asked a -> true;
        };
    }
}
