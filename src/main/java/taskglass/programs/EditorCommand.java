package taskglass.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import taskglass.programs.NotOpened.Why;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;

/** Builds the command that opens a folder in the editor that the user chose. Reads the disk. */
public final class EditorCommand {
    /** In the user's command, the folder to open. Without it, the folder is the last word. */
    public static final String FOLDER = "{folder}";

    private final HostSystem system;

    public EditorCommand(HostSystem system) {
        this.system = system;
    }

    /** The editors that are installed. */
    public Set<Editor> installed() {
        Set<Editor> found = EnumSet.noneOf(Editor.class);
        EditorProgram.ALL.stream()
                .filter(editor -> editor.command(system).isPresent())
                .map(EditorProgram::choice)
                .forEach(found::add);
        return found;
    }

    /** Returns the command for a folder of this computer. */
    public ProgramCommand of(EditorChoice choice, Path folder) throws NotOpened {
        if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
            throw new NotOpened(Why.NO_FOLDER, folder.toString());
        }
        List<String> words = choice.program() == Editor.COMMAND
                ? custom(choice.command(), folder.toString())
                : with(known(choice.program()), folder.toString());
        return BatchFiles.checked(new ProgramCommand(words, folder));
    }

    private List<String> known(Editor choice) throws NotOpened {
        Optional<EditorProgram> wanted = EditorProgram.of(choice);
        Stream<EditorProgram> candidates = wanted.map(Stream::of).orElseGet(() -> EditorProgram.ALL.stream());
        return candidates
                .flatMap(editor -> editor.command(system).stream())
                .findFirst()
                .orElseThrow(() -> wanted.isPresent()
                        ? new NotOpened(Why.NOT_INSTALLED, choice.name())
                        : new NotOpened(Why.NONE_FOUND, ""));
    }

    private static List<String> custom(String command, String folder) throws NotOpened {
        CommandTemplate template =
                CommandTemplate.of(command).orElseThrow(() -> new NotOpened(Why.BAD_COMMAND, command));
        List<String> words = template.fill(Map.of(FOLDER, folder));
        return template.has(FOLDER) ? words : with(words, folder);
    }

    private static List<String> with(List<String> words, String last) {
        List<String> all = new ArrayList<>(words);
        all.add(last);
        return all;
    }
}
