package taskglass.shell.output;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.PortlessOpenCode;
import taskglass.text.FolderName;

/** The message that no server was found on this machine: where Taskglass looked, and what to do. */
public final class NothingFound {
    private static final String SENTENCE =
            "No OpenCode server of yours was found on this machine. Taskglass looked for a background service, for"
                    + " processes named opencode with a port, and at ports 4096 and 49374. Start one with “opencode"
                    + " serve”, or name one with --server.";

    private NothingFound() {}

    public static String of(List<PortlessOpenCode> portless) {
        return Stream.concat(Stream.of(SENTENCE), portless.stream().map(NothingFound::of))
                .collect(Collectors.joining("\n"));
    }

    private static String of(PortlessOpenCode terminal) {
        String where = terminal.directory().isEmpty() ? "" : " in " + new FolderName(terminal.directory()).shown();
        return "An OpenCode terminal" + where + " (process " + terminal.pid()
                + ") opens no port. Start it as “opencode --port 0”; any server shows its sessions.";
    }
}
