package taskglass.task;

/**
 * What a parent session shall hear of a settled child, until it has been delivered.
 *
 * @param waitsFor why it has not been delivered yet
 */
public record ParentMessage(TaskKey child, TaskKey parent, String text, Launch.ParentWish wish, WaitsFor waitsFor) {
    /** What keeps a message from its parent. */
    public enum WaitsFor {
        /** The parent works on something else. */
        BUSY_PARENT,
        /** The server did not answer; it is tried again. */
        UNREACHABLE_SERVER,
        /** It is on its way now. */
        DELIVERY
    }

    public ParentMessage waitingFor(WaitsFor reason) {
        return new ParentMessage(child, parent, text, wish, reason);
    }
}
