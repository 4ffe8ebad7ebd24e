package taskglass.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.settings.Preferences.Editor;

/**
 * An editor that Taskglass knows.
 *
 * @param names its names on the PATH
 * @param application the application that contains it on a Mac
 */
record EditorProgram(Editor choice, List<String> names, String application) {
    static final List<EditorProgram> ALL = List.of(
            new EditorProgram(Editor.VSCODE, List.of("code", "codium", "code-insiders"), "Visual Studio Code.app"),
            new EditorProgram(
                    Editor.INTELLIJ,
                    List.of("idea", "idea64", "intellij-idea-ultimate", "intellij-idea-community", "idea.sh"),
                    "IntelliJ IDEA.app"),
            new EditorProgram(Editor.ZED, List.of("zed", "zeditor", "zedit"), "Zed.app"));

    static Optional<EditorProgram> of(Editor choice) {
        return ALL.stream().filter(editor -> editor.choice == choice).findFirst();
    }

    /** The words that start it, if it is installed. The folder to open follows them. */
    Optional<List<String>> command(HostSystem system) {
        SearchPath path = new SearchPath(system);
        return names.stream()
                .flatMap(name -> path.find(name).stream())
                .findFirst()
                .map(program -> List.of(program.toString()))
                .or(() -> onMac(system));
    }

    /** Programs with a window have a short PATH on a Mac, and editors put nothing there by themselves. */
    private Optional<List<String>> onMac(HostSystem system) {
        return Stream.of(Path.of("/Applications"), system.home().resolve("Applications"))
                .filter(folder -> system.kind() == HostSystem.Kind.MAC)
                .map(folder -> folder.resolve(application))
                .filter(Files::isDirectory)
                .findFirst()
                .map(bundle -> List.of("/usr/bin/open", "-a", bundle.toString()));
    }
}
