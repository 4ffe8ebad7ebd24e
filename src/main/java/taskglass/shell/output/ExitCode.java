package taskglass.shell.output;

/** The exit codes of the commands. Scripts rely on them. */
public final class ExitCode {
    public static final int OK = 0;

    /** A task failed, a server refused, or a task that was to be cancelled still runs. */
    public static final int FAILED = 1;

    /** A task was cancelled or interrupted. picocli, and so every command, also uses it for an invalid command line. */
    public static final int CANCELLED = 2;

    public static final int NEEDS_YOU = 3;

    /** A server does not answer, needs another password, or is not OpenCode. */
    public static final int NO_SERVER = 4;

    /** No task has that id, or several ids begin with it. */
    public static final int NO_TASK = 5;

    /** The command line does not fit what it is about. picocli uses the same number. */
    public static final int USAGE = 2;

    /** No request waits for an answer: it was answered elsewhere, or the task asks nothing. */
    public static final int NOTHING_ASKED = 6;

    /** A bug in Taskglass, numbered as in sysexits.h. */
    public static final int BUG = 70;

    /** The reader of the output has gone. A shell shows the same number for a program that SIGPIPE ended. */
    public static final int READER_GONE = 141;

    private ExitCode() {}
}
