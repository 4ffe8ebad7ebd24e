package taskglass.ui.filter;

import taskglass.task.TaskStatus;

/** A share of the tasks by how they stand; every task but one that was never at work is in one besides {@link #ALL}. */
public enum Segment {
    ALL,
    NEEDS_YOU,
    RUNNING,
    DONE,
    FAILED;

    /** Whether a task of that status belongs to it. */
    public boolean has(TaskStatus status) {
        return this == ALL || of(status) == this;
    }

    /** The narrowest segment of a status. */
    static Segment of(TaskStatus status) {
        return switch (status) {
            case NEEDS_YOU -> NEEDS_YOU;
            case QUEUED, STARTING, RUNNING, RETRYING, CANCELLING -> RUNNING;
            case COMPLETED, CANCELLED -> DONE;
            case FAILED, INTERRUPTED -> FAILED;
            case IDLE -> ALL;
        };
    }
}
