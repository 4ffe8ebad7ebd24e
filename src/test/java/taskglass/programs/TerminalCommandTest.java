package taskglass.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import taskglass.programs.HostSystem.Kind;
import taskglass.programs.NotOpened.Why;

/** The command that opens a terminal on a task, as a list of arguments. */
@DisabledOnOs(OS.WINDOWS)
class TerminalCommandTest {
    private static final List<String> ATTACH = List.of("/opt/opencode", "attach", "http://127.0.0.1:4096", "-s", "x");

    @TempDir
    private Path home;

    static List<String> hostile() {
        return Installed.hostile();
    }

    /** What stands between the terminal's name and the command, with F for the folder. */
    @ParameterizedTest
    @CsvSource({
        "x-terminal-emulator,-e",
        "gnome-terminal,--working-directory=F --",
        "konsole,--workdir F -e",
        "xfce4-terminal,--working-directory=F -x",
        "kitty,--directory F",
        "alacritty,--working-directory F -e",
        "wezterm,start --cwd F --",
        "foot,--working-directory=F",
        "xterm,-e",
    })
    void eachTerminalGetsTheWordsInItsOwnWay(String terminal, String options) throws NotOpened {
        Installed machine = new Installed(home).with(terminal);
        Path folder = machine.folder("my work");
        List<String> expected = List.of(options.split(" ")).stream()
                .map(option -> option.replace("F", folder.toString()))
                .toList();
        List<String> words = linux(machine).of("", inner(folder)).words();
        assertThat(words.getFirst()).isEqualTo(machine.path(terminal));
        assertThat(words.subList(1, words.size() - ATTACH.size())).isEqualTo(expected);
        assertThat(words.subList(words.size() - ATTACH.size(), words.size())).isEqualTo(ATTACH);
    }

    @Test
    void theTerminalThatTheSystemChoseComesFirst() throws NotOpened {
        Installed machine = new Installed(home).with("xterm", "kitty", "x-terminal-emulator");
        assertThat(linux(machine).of("", inner(home)).words().getFirst())
                .isEqualTo(machine.path("x-terminal-emulator"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aTerminalReadsTheWordsThatWereMeantWhateverTheNames(String name) throws NotOpened {
        Installed machine = new Installed(home).with("wezterm");
        Path folder = machine.folder(name);
        ProgramCommand inner = new ProgramCommand(List.of("/opt/opencode", "--dir=" + name), folder);
        new ProgramStarter().start(linux(machine).of("", inner));
        assertThat(machine.written())
                .isEqualTo("[start]\n[--cwd]\n[" + folder + "]\n[--]\n[/opt/opencode]\n[--dir=" + name + "]\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theFileOfAMacRunsTheWordsThatWereMeantWhateverTheNames(String name) throws Exception {
        Installed machine = new Installed(home).with("opencode");
        Path folder = machine.folder(name);
        ProgramCommand inner =
                new ProgramCommand(List.of(machine.path("opencode"), name, "-s"), folder, Map.of("PASSWORD", name));
        Path file = CommandFile.write(inner);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwx------");
        Process shell =
                new ProcessBuilder(file.toString()).redirectErrorStream(true).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(machine.written()).isEqualTo("[" + name + "]\n[-s]\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void aMacOpensTheFileInItsTerminal() throws NotOpened {
        List<String> words = new TerminalCommand(new Installed(home).system(Kind.MAC))
                .of("", inner(home))
                .words();
        assertThat(words.subList(0, 3)).containsExactly("/usr/bin/open", "-a", "Terminal");
        assertThat(Path.of(words.get(3))).content().contains("exec '/opt/opencode' 'attach'");
    }

    @Test
    void windowsTerminalReadsNoWordAsItsNextCommand() throws NotOpened {
        Installed machine = new Installed(home).with("wt.exe");
        Path folder = machine.folder("a;b");
        List<String> words = windows(machine).of("", inner(folder)).words();
        assertThat(words.subList(0, 3))
                .containsExactly(machine.path("wt.exe"), "-d", folder.toString().replace(";", "\\;"));
        assertThat(words.subList(3, words.size())).isEqualTo(ATTACH);
    }

    @Test
    void withoutItWindowsOpensAConsole() throws NotOpened {
        assertThat(windows(new Installed(home)).of("", inner(home)).words().getFirst())
                .isEqualTo("conhost.exe");
    }

    @Test
    void noNameReachesABatchFileOfWindows() {
        ProgramCommand inner = new ProgramCommand(List.of("C:\\npm\\opencode.cmd", "--dir", "a & calc"), home);
        fails(Why.UNSAFE_NAME, windows(new Installed(home)), "", inner);
    }

    @Test
    void aCommandOfTheUserGetsTheWordsAtTheirPlaceOrLast() throws NotOpened {
        TerminalCommand terminal = linux(new Installed(home));
        assertThat(terminal.of("mine -d {folder} {command} end", inner(home)).words())
                .startsWith("mine", "-d", home.toString(), "/opt/opencode")
                .endsWith("x", "end");
        assertThat(terminal.of("mine -e", inner(home)).words()).startsWith("mine", "-e", "/opt/opencode");
    }

    @Test
    void aFolderThatIsGoneLeadsToTheHomeFolder() throws NotOpened {
        Installed machine = new Installed(home).with("konsole");
        assertThat(linux(machine).of("", inner(home.resolve("gone"))).folder()).isEqualTo(home);
    }

    @Test
    void passwordsAreInTheEnvironmentAndInNoArgument() throws NotOpened {
        Installed machine = new Installed(home).with("konsole");
        ProgramCommand inner = new ProgramCommand(ATTACH, home, Map.of("OPENCODE_PASSWORD", "secret"));
        ProgramCommand command = linux(machine).of("", inner);
        assertThat(command.environment()).containsEntry("OPENCODE_PASSWORD", "secret");
        assertThat(command.words()).noneMatch(word -> word.contains("secret"));
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        TerminalCommand terminal = linux(new Installed(home));
        fails(Why.NONE_FOUND, terminal, "", inner(home));
        fails(Why.BAD_COMMAND, terminal, "mine 'a", inner(home));
    }

    @Test
    void aProgramThatFailsSaysSo() {
        Installed machine = new Installed(home);
        Path broken = machine.script("broken", "exit 3");
        ProgramStarter starter = new ProgramStarter();
        assertThatThrownBy(() -> starter.start(new ProgramCommand(List.of(broken.toString()), home)))
                .isInstanceOfSatisfying(NotOpened.class, failure -> {
                    assertThat(failure.why()).isEqualTo(Why.ENDED);
                    assertThat(failure.detail()).isEqualTo("3");
                });
        assertThatThrownBy(() -> starter.start(new ProgramCommand(List.of("/nowhere/at/all"), home)))
                .isInstanceOfSatisfying(
                        NotOpened.class, failure -> assertThat(failure.why()).isEqualTo(Why.NOT_STARTED));
    }

    private static void fails(Why why, TerminalCommand terminal, String custom, ProgramCommand inner) {
        assertThatThrownBy(() -> terminal.of(custom, inner))
                .isInstanceOfSatisfying(
                        NotOpened.class, failure -> assertThat(failure.why()).isEqualTo(why));
    }

    private static ProgramCommand inner(Path folder) {
        return new ProgramCommand(ATTACH, folder);
    }

    private static TerminalCommand linux(Installed machine) {
        return new TerminalCommand(machine.system(Kind.LINUX));
    }

    private static TerminalCommand windows(Installed machine) {
        return new TerminalCommand(machine.system(Kind.WINDOWS));
    }
}
