package taskglass.task;

/** What stands between us and a server. Each is a state to show, with a way out, never a stack trace. */
public sealed interface Trouble {
    /** Nothing answers there. */
    record NoAnswer(String detail) implements Trouble {}

    /** It wants a password, or another one than it was given. */
    record Unauthorised(boolean passwordGiven) implements Trouble {}

    /** Something answers, and it is not OpenCode; {@code seen} says what came instead. */
    record NotOpenCode(String seen) implements Trouble {}

    /** OpenCode answered with an error. */
    record Refused(int status, String sentence) implements Trouble {}

    /** A server that was started from here has ended; the last lines that it printed, "" for none. */
    record Ended(String lastLines) implements Trouble {}
}
