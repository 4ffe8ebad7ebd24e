package taskglass.task;

/** One item of an agent's own to-do list. */
public record TodoItem(String text, State state) {
    /** The progress of an item. */
    public enum State {
        PENDING,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }
}
