package taskglass.task;

/** One thing learnt about one session, from an event or from a reading of its messages: both tell the same facts. */
public sealed interface Fact {
    record Told(SessionInfo session) implements Fact {}

    record Deleted() implements Fact {}

    record Doing(Activity activity) implements Fact {}

    record Prompted(Prompt prompt, Assignment assignment) implements Fact {}

    record Answered(AssistantMessage message) implements Fact {}

    record Called(ToolCall call) implements Fact {}

    /** The beginning of a text that the agent wrote in a message. */
    record Said(String message, String text) implements Fact {}

    record Erred(TaskError error) implements Fact {}

    /** A permission request or a question, by id, waits for a person. */
    record Asked(String id) implements Fact {}

    record Replied(String id) implements Fact {}
}
