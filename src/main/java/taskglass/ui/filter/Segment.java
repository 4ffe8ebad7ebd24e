package taskglass.ui.filter;

import java.util.Locale;
import taskglass.task.TaskStatus;

/**
 * A subset of the tasks by status. Every task is in exactly one segment besides {@link #ALL}, except tasks that were
 * never at work.
 */
public enum Segment {
    ALL,
    NEEDS_YOU,
    RUNNING,
    DONE,
    /** Canceled by the user, or stopped early by anything else. */
    STOPPED,
    FAILED;

    /** Whether a task of that status belongs to the segment. */
    public boolean has(TaskStatus status) {
        return this == ALL || of(status) == this;
    }

    /** The segment as it is typed in a filter, in every language. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The narrowest segment of a status. */
    static Segment of(TaskStatus status) {
        return switch (status) {
            case NEEDS_YOU -> NEEDS_YOU;
            case QUEUED, STARTING, RUNNING, RETRYING, CANCELLING -> RUNNING;
            case COMPLETED -> DONE;
            case CANCELLED, INTERRUPTED -> STOPPED;
            case FAILED -> FAILED;
            case IDLE -> ALL;
        };
    }
}
