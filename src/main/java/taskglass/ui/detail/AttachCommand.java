package taskglass.ui.detail;

import java.net.URI;
import java.util.Set;
import taskglass.task.AgentTask;
import taskglass.words.ShellQuoting;

/** The command that opens a task in a terminal, as every OpenCode since 1.2 takes it. */
final class AttachCommand {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private AttachCommand() {}

    static String session(AgentTask task) {
        return task.key().session();
    }

    /** Without its directory the terminal would look in the server's own, where the session may not be. */
    static String of(AgentTask task) {
        return "opencode attach " + ShellQuoting.word(task.key().server().url())
                + option(" -s", " --session", session(task))
                + option(" --dir", " --dir", task.session().directory());
    }

    /** What begins like an option is not taken for one. */
    private static String option(String usual, String spelled, String value) {
        String word = ShellQuoting.word(value);
        return value.startsWith("-") ? spelled + "=" + word : usual + " " + word;
    }

    /** Whether its server runs on this machine, so that its folders are ours. */
    static boolean here(AgentTask task) {
        String host = URI.create(task.key().server().url()).getHost();
        return host != null && HERE.contains(host);
    }
}
