package taskglass.task;

/** An error as a server reports it: its name, such as {@code APIError}, and its message. */
public record TaskError(String name, String message) {
    /** The name that V1 uses for aborted work. */
    public static final String ABORTED = "MessageAbortedError";

    /** The name under which a rejection is stored, whatever its server calls it. */
    public static final String REJECTED = "PermissionRejectedError";

    /** The name under which a question that the user dismissed is stored. */
    public static final String DISMISSED = "QuestionDismissedError";

    /** The name for a run that a server stopped for a reason of its own. The message is then that reason. */
    public static final String STOPPED = "ExecutionInterrupted";

    /**
     * Whether a server uses this to mark aborted work. V2 also uses it where it stopped the work for another reason.
     */
    public boolean aborted() {
        return name.equals(ABORTED);
    }

    /** The first line of the message. Servers append stack traces to some. */
    public String firstLine() {
        return message.lines().findFirst().orElse(name);
    }
}
