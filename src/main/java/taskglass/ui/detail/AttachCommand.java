package taskglass.ui.detail;

import java.net.URI;
import java.util.Set;
import taskglass.task.status.AgentTask;
import taskglass.text.ShellQuoting;

/** The command that opens a task in a terminal, as accepted by every OpenCode since 1.2. */
final class AttachCommand {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private AttachCommand() {}

    static String session(AgentTask task) {
        return task.key().session();
    }

    /**
     * Includes the directory. Without it the terminal would look in the server's own directory, where the session may
     * not exist.
     */
    static String of(AgentTask task) {
        return "opencode attach " + ShellQuoting.word(task.key().server().url())
                + option(" -s", " --session", session(task))
                + option(" --dir", " --dir", task.session().directory());
    }

    /** Keeps a value that begins like an option from being parsed as one. */
    private static String option(String usual, String spelled, String value) {
        String word = ShellQuoting.word(value);
        return value.startsWith("-") ? spelled + "=" + word : usual + " " + word;
    }

    /** Whether the task's server runs on this machine, so that its folders can be opened here. */
    static boolean here(AgentTask task) {
        String host = URI.create(task.key().server().url()).getHost();
        return host != null && HERE.contains(host);
    }
}
