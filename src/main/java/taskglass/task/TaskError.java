package taskglass.task;

/** An error as a server tells it: its name, such as {@code APIError}, and its sentence. */
public record TaskError(String name, String message) {
    private static final String ABORTED = "MessageAbortedError";

    /** The name under which a rejection is kept, whatever its server calls it. */
    public static final String REJECTED = "PermissionRejectedError";

    /** Whether the run ended since somebody rejected what it asked for. */
    boolean rejection() {
        return name.equals(REJECTED);
    }

    /** Whether this is how a server marks work that somebody aborted. */
    public boolean aborted() {
        return name.equals(ABORTED);
    }

    /** The first line of the sentence; servers append stack traces to some. */
    public String firstLine() {
        return message.lines().findFirst().orElse(name);
    }
}
