package taskglass.task;

/** The unique key of a task: its server and its session there. */
public record TaskKey(ServerId server, String session) {
    /** The key of another session on the same server. */
    public TaskKey sibling(String otherSession) {
        return new TaskKey(server, otherSession);
    }
}
