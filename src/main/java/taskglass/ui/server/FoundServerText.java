package taskglass.ui.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerOrigin;
import taskglass.text.FolderName;
import taskglass.text.Texts;

/** The texts about where servers were found, and about terminals that cannot be queried. */
final class FoundServerText {
    private FoundServerText() {}

    static String of(ServerOrigin serverOrigin) {
        return switch (serverOrigin) {
            case ServerOrigin.Named _ -> Texts.of("found.named");
            case ServerOrigin.Added _ -> Texts.of("found.added");
            case ServerOrigin.Demo _ -> Texts.of("found.demo");
            case ServerOrigin.StartedHere _ -> Texts.of("found.here");
            case ServerOrigin.Borrowed _ -> Texts.of("found.borrowed");
            case ServerOrigin.ServiceFile(String file) -> Texts.of("found.service", new FolderName(file).shown());
            case ServerOrigin.Announced(String name) -> Texts.of("found.announced", name);
            case ServerOrigin.DefaultPort _ -> Texts.of("found.port");
            case ServerOrigin.Listener(long pid, String directory) ->
                directory.isEmpty()
                        ? Texts.of("found.process", String.valueOf(pid))
                        : Texts.of("found.process.in", String.valueOf(pid), new FolderName(directory).shown());
        };
    }

    /** Names each terminal and says what the user can do to make its tasks visible; "" if there are none. */
    static String portless(List<PortlessOpenCode> terminals, boolean anyServer) {
        if (terminals.isEmpty()) {
            return "";
        }
        String wayOut = Texts.of(anyServer ? "found.portless.seen" : "found.portless.do");
        return Stream.concat(terminals.stream().map(FoundServerText::portless), Stream.of(wayOut))
                .collect(Collectors.joining("\n"));
    }

    private static String portless(PortlessOpenCode terminal) {
        String pid = String.valueOf(terminal.pid());
        return terminal.directory().isEmpty()
                ? Texts.of("found.portless", pid)
                : Texts.of("found.portless.in", pid, new FolderName(terminal.directory()).shown());
    }
}
