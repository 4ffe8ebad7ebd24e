package taskglass.task;

/** An error as a server tells it: its name, such as {@code APIError}, and its sentence. */
public record TaskError(String name, String message) {
    /** How V1 calls what was aborted. */
    public static final String ABORTED = "MessageAbortedError";

    /** The name under which a rejection is kept, whatever its server calls it. */
    public static final String REJECTED = "PermissionRejectedError";

    /** The same of a question that a person did not want to answer. */
    public static final String DISMISSED = "QuestionDismissedError";

    /** The name under which it is kept that a server stopped a run for a reason of its own, which is the message then. */
    public static final String STOPPED = "ExecutionInterrupted";

    /** Whether this is how a server marks work that somebody aborted; V2 does it also where it stopped for another reason. */
    public boolean aborted() {
        return name.equals(ABORTED);
    }

    /** The first line of the sentence; servers append stack traces to some. */
    public String firstLine() {
        return message.lines().findFirst().orElse(name);
    }
}
