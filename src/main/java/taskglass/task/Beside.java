package taskglass.task;

/** Activity in a session that belongs to no run. Meanwhile the previous run keeps its outcome. */
public sealed interface Beside {
    /** A shell command of the user, {@code !} in a terminal. */
    record Command(String tool) implements Beside {}

    /** A summary of the session that the user requested. */
    record Summary() implements Beside {}
}
