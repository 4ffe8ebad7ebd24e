package taskglass.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.programs.NotOpened.Why;

/** Builds the command that runs another command in a terminal of this computer. Reads the disk. */
public final class TerminalCommand {
    /** In the user's command, the words to run. Without it, they follow its last word. */
    public static final String COMMAND = "{command}";

    private static final List<String> CONSOLE = List.of("conhost.exe");

    private final HostSystem system;

    public TerminalCommand(HostSystem system) {
        this.system = system;
    }

    /**
     * Returns the command that opens the terminal.
     *
     * @param custom the user's own command; "" for the platform's terminal
     * @param inner what to run in it
     */
    public ProgramCommand of(String custom, ProgramCommand inner) throws NotOpened {
        Path folder = Files.isDirectory(inner.folder()) ? inner.folder() : system.home();
        ProgramCommand there = new ProgramCommand(inner.words(), folder, inner.environment());
        return custom.isBlank() ? usual(there) : custom(custom, there);
    }

    private static ProgramCommand custom(String custom, ProgramCommand inner) throws NotOpened {
        CommandTemplate template = CommandTemplate.of(custom).orElseThrow(() -> new NotOpened(Why.BAD_COMMAND, custom));
        List<String> words = new ArrayList<>();
        for (String word : template.words()) {
            if (word.equals(COMMAND)) {
                words.addAll(inner.words());
            } else {
                words.addAll(new CommandTemplate(List.of(word))
                        .fill(Map.of(EditorCommand.FOLDER, inner.folder().toString())));
            }
        }
        if (!template.words().contains(COMMAND)) {
            words.addAll(inner.words());
        }
        return BatchFiles.checked(new ProgramCommand(words, inner.folder(), inner.environment()));
    }

    private ProgramCommand usual(ProgramCommand inner) throws NotOpened {
        return switch (system.kind()) {
            case LINUX ->
                before(
                        LinuxTerminal.find(
                                        new SearchPath(system), inner.folder().toString())
                                .orElseThrow(() -> new NotOpened(Why.NONE_FOUND, "")),
                        inner);
            case MAC -> mac(inner);
            case WINDOWS -> windows(inner);
        };
    }

    private static ProgramCommand mac(ProgramCommand inner) throws NotOpened {
        try {
            return new ProgramCommand(CommandFile.open(CommandFile.write(inner)), inner.folder());
        } catch (IOException | UnsupportedOperationException e) {
            throw new NotOpened(Why.NOT_STARTED, "Terminal", String.valueOf(e.getMessage()));
        }
    }

    /** Windows Terminal reads a semicolon as the start of its next command. */
    private ProgramCommand windows(ProgramCommand inner) throws NotOpened {
        Optional<Path> terminal = new SearchPath(system).find("wt");
        BatchFiles.checked(inner);
        if (terminal.isEmpty()) {
            return before(CONSOLE, inner);
        }
        Stream<String> words = Stream.concat(Stream.of("-d", inner.folder().toString()), inner.words().stream());
        List<String> escaped = Stream.concat(
                        Stream.of(terminal.get().toString()), words.map(word -> word.replace(";", "\\;")))
                .toList();
        return new ProgramCommand(escaped, inner.folder(), inner.environment());
    }

    private static ProgramCommand before(List<String> words, ProgramCommand inner) {
        return new ProgramCommand(
                Stream.concat(words.stream(), inner.words().stream()).toList(), inner.folder(), inner.environment());
    }
}
