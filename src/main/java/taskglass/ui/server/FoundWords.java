package taskglass.ui.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Origin;
import taskglass.task.PortlessOpenCode;
import taskglass.words.Folder;
import taskglass.words.Words;

/** The texts about where servers were found, and about terminals that cannot be queried. */
final class FoundWords {
    private FoundWords() {}

    static String of(Origin origin) {
        return switch (origin) {
            case Origin.Named _ -> Words.of("found.named");
            case Origin.Added _ -> Words.of("found.added");
            case Origin.Demo _ -> Words.of("found.demo");
            case Origin.StartedHere _ -> Words.of("found.here");
            case Origin.Borrowed _ -> Words.of("found.borrowed");
            case Origin.ServiceFile(String file) -> Words.of("found.service", new Folder(file).shown());
            case Origin.Announced(String name) -> Words.of("found.announced", name);
            case Origin.DefaultPort _ -> Words.of("found.port");
            case Origin.Listener(long pid, String directory) ->
                directory.isEmpty()
                        ? Words.of("found.process", String.valueOf(pid))
                        : Words.of("found.process.in", String.valueOf(pid), new Folder(directory).shown());
        };
    }

    /** Names each terminal and says what the user can do to make its tasks visible; "" if there are none. */
    static String portless(List<PortlessOpenCode> terminals, boolean anyServer) {
        if (terminals.isEmpty()) {
            return "";
        }
        String wayOut = Words.of(anyServer ? "found.portless.seen" : "found.portless.do");
        return Stream.concat(terminals.stream().map(FoundWords::portless), Stream.of(wayOut))
                .collect(Collectors.joining("\n"));
    }

    private static String portless(PortlessOpenCode terminal) {
        String pid = String.valueOf(terminal.pid());
        return terminal.directory().isEmpty()
                ? Words.of("found.portless", pid)
                : Words.of("found.portless.in", pid, new Folder(terminal.directory()).shown());
    }
}
