package taskglass.shell;

/** What a command's exit status tells; part of what scripts rely on. */
final class ExitCode {
    static final int OK = 0;

    /** A task failed, a server refused, or a task runs on that was to be cancelled. */
    static final int FAILED = 1;

    /** A task was cancelled or interrupted; to picocli, and so everywhere, the command line is not understood. */
    static final int CANCELLED = 2;

    static final int NEEDS_YOU = 3;

    /** A server does not answer, wants another password, or is not OpenCode. */
    static final int NO_SERVER = 4;

    /** No task has that id, or several begin with it. */
    static final int NO_TASK = 5;

    /** A fault of our own, as sysexits.h numbers it. */
    static final int BUG = 70;

    /** Nobody reads the answer any more: what a shell shows for a program that SIGPIPE ended. */
    static final int READER_GONE = 141;

    private ExitCode() {}
}
