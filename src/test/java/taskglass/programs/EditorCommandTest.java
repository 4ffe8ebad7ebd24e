package taskglass.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import taskglass.programs.HostSystem.Kind;
import taskglass.programs.NotOpened.Why;
import taskglass.settings.Preferences.Editor;
import taskglass.settings.Preferences.EditorChoice;

/** The command that opens a folder in an editor, as a list of arguments. */
@DisabledOnOs(OS.WINDOWS)
class EditorCommandTest {
    private static final EditorChoice ANY = new EditorChoice(Editor.ANY, "");

    @TempDir
    private Path home;

    static List<String> hostile() {
        return Installed.hostile();
    }

    @Test
    void theFirstInstalledEditorOpensTheFolder() throws NotOpened {
        Installed machine = new Installed(home).with("zed", "idea");
        Path folder = machine.folder("work");
        assertThat(command(machine).of(ANY, folder).words()).containsExactly(machine.path("idea"), folder.toString());
    }

    @Test
    void theChosenEditorOpensTheFolder() throws NotOpened {
        Installed machine = new Installed(home).with("zeditor", "idea", "code");
        Path folder = machine.folder("work");
        assertThat(command(machine).of(new EditorChoice(Editor.ZED, ""), folder).words())
                .containsExactly(machine.path("zeditor"), folder.toString());
    }

    @Test
    void onlyWhatIsInstalledIsOffered() {
        Installed machine = new Installed(home).with("zed", "code");
        assertThat(command(machine).installed()).containsExactlyInAnyOrder(Editor.VSCODE, Editor.ZED);
    }

    @Test
    void anApplicationOfAMacIsOpenedByItsPath() throws NotOpened {
        Installed machine = new Installed(home);
        Path application = machine.folder("Applications/Zed.app");
        Path folder = machine.folder("work");
        EditorCommand command = new EditorCommand(machine.system(Kind.MAC));
        assertThat(command.of(new EditorChoice(Editor.ZED, ""), folder).words())
                .containsExactly("/usr/bin/open", "-a", application.toString(), folder.toString());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aProgramReadsTheFolderAsOneWordWhateverItsName(String name) throws NotOpened {
        Installed machine = new Installed(home).with("code");
        Path folder = machine.folder(name);
        new ProgramStarter().start(command(machine).of(ANY, folder));
        assertThat(machine.written()).isEqualTo("[" + folder + "]\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aCommandOfTheUserReadsTheFolderAsOneWordWhateverItsName(String name) throws NotOpened {
        Installed machine = new Installed(home).with("mine");
        Path folder = machine.folder(name);
        EditorChoice own = new EditorChoice(Editor.COMMAND, "'" + machine.path("mine") + "' --in={folder} last");
        new ProgramStarter().start(command(machine).of(own, folder));
        assertThat(machine.written()).isEqualTo("[--in=" + folder + "]\n[last]\n");
    }

    @Test
    void withoutAPlaceForItTheFolderComesLast() throws NotOpened {
        Installed machine = new Installed(home);
        Path folder = machine.folder("work");
        assertThat(command(machine)
                        .of(new EditorChoice(Editor.COMMAND, "mine -n"), folder)
                        .words())
                .containsExactly("mine", "-n", folder.toString());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        Installed machine = new Installed(home);
        Path folder = machine.folder("work");
        fails(Why.NONE_FOUND, ANY, folder);
        fails(Why.NOT_INSTALLED, new EditorChoice(Editor.ZED, ""), folder);
        fails(Why.BAD_COMMAND, new EditorChoice(Editor.COMMAND, "mine 'a"), folder);
        fails(Why.BAD_COMMAND, new EditorChoice(Editor.COMMAND, ""), folder);
        fails(Why.NO_FOLDER, ANY, home.resolve("gone"));
        fails(Why.NO_FOLDER, ANY, Path.of("-rf"));
    }

    @Test
    void noNameReachesABatchFileThatWouldExecuteIt() {
        Path folder = new Installed(home).folder("a & calc");
        fails(Why.UNSAFE_NAME, new EditorChoice(Editor.COMMAND, "C:\\bin\\code.cmd {folder}"), folder);
    }

    private void fails(Why why, EditorChoice choice, Path folder) {
        EditorCommand command = command(new Installed(home));
        assertThatThrownBy(() -> command.of(choice, folder))
                .isInstanceOfSatisfying(
                        NotOpened.class, failure -> assertThat(failure.why()).isEqualTo(why));
    }

    private static EditorCommand command(Installed machine) {
        return new EditorCommand(machine.system(Kind.LINUX));
    }
}
