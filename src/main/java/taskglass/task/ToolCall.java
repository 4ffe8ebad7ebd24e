package taskglass.task;

/** One state of one tool call. A server tells each call three to five times, always under the same part id. */
public record ToolCall(String part, String message, String tool, State state) {
    /** How far a call has come, in the order in which that happens. */
    public enum State {
        PENDING,
        RUNNING,
        COMPLETED,
        ERROR;

        boolean over() {
            return this == COMPLETED || this == ERROR;
        }
    }
}
