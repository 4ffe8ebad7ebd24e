package taskglass.task;

/** Whether a person has ordered a task to go, which can be taken back until its server has been told. */
public enum Parting {
    NONE,
    /** Its session is to be deleted from the server, with all below it. */
    DELETE,
    /** Its session is to be kept on the server, where no listing shows it any more, with all below it. */
    ARCHIVE
}
