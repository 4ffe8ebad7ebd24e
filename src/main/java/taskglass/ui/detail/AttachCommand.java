package taskglass.ui.detail;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import taskglass.programs.AttachArguments;
import taskglass.task.status.AgentTask;
import taskglass.text.ShellQuoting;

/** The command that opens a task in a terminal, as accepted by every OpenCode since 1.2. */
final class AttachCommand {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private AttachCommand() {}

    static String session(AgentTask task) {
        return task.key().session();
    }

    static String of(AgentTask task) {
        return AttachArguments.of(task.key(), task.session().directory()).stream()
                .map(ShellQuoting::word)
                .collect(Collectors.joining(" ", "opencode ", ""));
    }

    /** Whether the task's server runs on this machine, so that its folders can be opened here. */
    static boolean here(AgentTask task) {
        String host = URI.create(task.key().server().url()).getHost();
        return host != null && HERE.contains(host);
    }
}
