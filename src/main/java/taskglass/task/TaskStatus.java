package taskglass.task;

/** The state of a task in one word. */
public enum TaskStatus {
    /** Waiting here for its turn. */
    QUEUED,
    /** Launched. The server has not shown a sign of it yet. */
    STARTING,
    RUNNING,
    /** The provider refused or failed. The server will try again by itself. */
    RETRYING,
    /** A permission request or a question waits for the user. */
    NEEDS_YOU,
    /** The user requested to cancel it. The server has not shown the end yet. */
    CANCELLING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** Stopped early: neither finished, failed nor aborted. */
    INTERRUPTED,
    /** No run is in progress, and either the end of the last one has not been read or there was none. */
    IDLE;

    /** Whether this is an outcome: the run is over, and how it ended is known. */
    public boolean settled() {
        return switch (this) {
            case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> true;
            case QUEUED, STARTING, RUNNING, RETRYING, NEEDS_YOU, CANCELLING, IDLE -> false;
        };
    }

    /** Whether work is in progress or about to start. */
    public boolean active() {
        return !settled() && this != IDLE;
    }
}
