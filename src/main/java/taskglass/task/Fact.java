package taskglass.task;

import java.util.List;
import java.util.Optional;

/** One thing learnt about one session, from an event or from a reading of its messages: both tell the same facts. */
public sealed interface Fact {
    record Told(SessionInfo session) implements Fact {}

    /**
     * A person or a model has changed that of its session; all else of it stays as it was.
     *
     * @param undone id of the message from which on all is undone now, "" for none
     */
    record Changed(Optional<String> title, Optional<String> directory, Optional<String> undone, Assignment assignment)
            implements Fact {}

    /** Something was told that only its messages explain: they are to be read. */
    record Missed() implements Fact {}

    /** It was heard to go on; what it said is not taken in. */
    record Alive() implements Fact {}

    record Deleted() implements Fact {}

    /** It is kept on the server, where no listing shows it any more. */
    record Archived() implements Fact {}

    /** The server does not know it: it was deleted unheard, or another server answers there now. */
    record Lacking() implements Fact {}

    record Doing(Activity activity) implements Fact {}

    record Prompted(Prompt prompt, Assignment assignment) implements Fact {}

    record Answered(AssistantMessage message) implements Fact {}

    record Called(ToolCall call) implements Fact {}

    /** The beginning of a text that the agent wrote in a message. */
    record Said(String message, String text) implements Fact {}

    /** A part of a message, and what that message is if it is a user's. */
    record Sent(String message, PromptKind kind) implements Fact {}

    /** The agent had a subagent start and does not wait for it: its session, and a plugin's own id for it, "" for none. */
    record Delegated(String child, String backgroundId) implements Fact {}

    /** A message is not there any more. */
    record Removed(String message) implements Fact {}

    /** A prompt waits in its line. */
    record Enqueued(QueuedPrompt prompt) implements Fact {}

    /** It waits no more: somebody works on it, or took it out. */
    record Dequeued(String id) implements Fact {}

    /** The server has listed what waits. */
    record Waiting(List<QueuedPrompt> prompts) implements Fact {}

    /** A cancel from here took these out of the line. */
    record Dropped(List<QueuedPrompt> prompts) implements Fact {}

    record Erred(TaskError error) implements Fact {}

    record Asked(Attention request) implements Fact {}

    record Replied(String id) implements Fact {}

    /** Whether it tells of the session alone, which may be worked on elsewhere. */
    default boolean tellsOfTheSession() {
        return this instanceof Told || this instanceof Changed || this instanceof Enqueued;
    }

    /** Whether it shows that its session exists: a deleted one still tells of its end. */
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
            case Said s -> false;
            case Sent s -> true;
            case Removed r -> true;
            case Delegated d -> true;
            case Told t -> true;
            case Prompted p -> true;
            case Answered a -> true;
            case Called c -> true;
            case Asked a -> true;
        };
    }
}
