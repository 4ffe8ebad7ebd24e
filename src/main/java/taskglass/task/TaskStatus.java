package taskglass.task;

/** The one word for how a task stands. */
public enum TaskStatus {
    /** Waits here for its turn. */
    QUEUED,
    /** Launched; the server has not shown a sign of it yet. */
    STARTING,
    RUNNING,
    /** The provider refused or failed; the server will try again by itself. */
    RETRYING,
    /** A permission request or a question waits for a person. */
    NEEDS_YOU,
    /** A person asked to cancel; the server has not shown the end yet. */
    CANCELLING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** Stopped short: neither finished, failed nor aborted. */
    INTERRUPTED,
    /** No run is going on, and how the last one ended has not been read, or there was none. */
    IDLE;

    /** Whether this is an outcome: the run is over and how it ended is known. */
    public boolean settled() {
        return switch (this) {
            case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> true;
            case QUEUED, STARTING, RUNNING, RETRYING, NEEDS_YOU, CANCELLING, IDLE -> false;
        };
    }

    /** Whether work is going on or about to. */
    public boolean active() {
        return !settled() && this != IDLE;
    }
}
