package taskglass.task.run;

/** Activity in a session that belongs to no run. Meanwhile the previous run keeps its outcome. */
public sealed interface SideActivity {
    /** A shell command of the user, {@code !} in a terminal. */
    record Command(String tool) implements SideActivity {}

    /** A summary of the session that the user requested. */
    record Summary() implements SideActivity {}
}
