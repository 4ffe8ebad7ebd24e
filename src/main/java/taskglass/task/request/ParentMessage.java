package taskglass.task.request;

import taskglass.task.TaskKey;

/**
 * A message to a parent session about a settled child, until it has been delivered.
 *
 * @param waitsFor why it has not been delivered yet
 */
public record ParentMessage(TaskKey child, TaskKey parent, String text, Launch.ParentWish wish, WaitsFor waitsFor) {
    /** What delays the delivery of a message. */
    public enum WaitsFor {
        /** The parent is working on something else. */
        BUSY_PARENT,
        /** The server did not answer. Delivery is retried. */
        UNREACHABLE_SERVER,
        /** It is being delivered now. */
        DELIVERY
    }

    public ParentMessage waitingFor(WaitsFor reason) {
        return new ParentMessage(child, parent, text, wish, reason);
    }
}
