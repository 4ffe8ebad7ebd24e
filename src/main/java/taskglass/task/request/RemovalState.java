package taskglass.task.request;

/**
 * Whether the user has requested the removal of a task. The request can be taken back until its server has received it.
 */
public enum RemovalState {
    NONE,
    /** Its session and all its descendants are to be deleted from the server. */
    DELETE,
    /**
     * Its session and all its descendants are to be archived: they stay on the server, but no listing contains them any
     * more.
     */
    ARCHIVE
}
