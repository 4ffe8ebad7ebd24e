package taskglass.task;

/** What goes on in a session and belongs to no run: while it does, the run before it stays as it ended. */
public sealed interface Beside {
    /** A person lets a command run, {@code !} in a terminal. */
    record Command(String tool) implements Beside {}

    /** A person has the session summed up. */
    record Summary() implements Beside {}
}
