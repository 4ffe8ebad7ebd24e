package taskglass.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import taskglass.programs.HostSystem.Kind;

/** How Taskglass is made to start with the desktop. */
@DisabledOnOs(OS.WINDOWS)
class AutostartTest {
    private static final Path PROGRAM = Path.of("/opt/taskglass/bin/taskglass");

    @TempDir
    private Path home;

    static List<String> hostile() {
        return Installed.hostile();
    }

    @Test
    void onLinuxAnEntryIsInTheAutostartFolderOfTheUser() throws IOException {
        HostSystem system = new HostSystem(Kind.LINUX, Map.of("XDG_CONFIG_HOME", home.toString()), Path.of("/nowhere"));
        Autostart autostart = Autostart.of(system, PROGRAM);
        assertThat(autostart.isOn()).isFalse();
        autostart.turn(true);
        assertThat(home.resolve("autostart/taskglass.desktop"))
                .content()
                .startsWith("[Desktop Entry]\nType=Application\n")
                .contains("\nExec=\"/opt/taskglass/bin/taskglass\"\n");
        assertThat(autostart.isOn()).isTrue();
        autostart.turn(false);
        assertThat(autostart.isOn()).isFalse();
        assertThat(home.resolve("autostart/taskglass.desktop")).doesNotExist();
    }

    @Test
    void withoutAConfiguredFolderItIsBelowTheHomeFolder() {
        HostSystem system = new HostSystem(Kind.LINUX, Map.of(), home);
        assertThat(DesktopEntry.of(system, PROGRAM).file())
                .isEqualTo(home.resolve(".config/autostart/taskglass.desktop"));
    }

    /** First the value of the key is unescaped, then the command line is read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/a b/x|\"/a b/x\"",
                "/it's/x|\"/it's/x\"",
                "/a\"b|\"/a\\\\\"b\"",
                "/$(id)/`id`|\"/\\\\$(id)/\\\\`id\\\\`\"",
                "/a\\b|\"/a\\\\\\\\b\"",
                "/100%/x|\"/100%%/x\"",
            })
    void aHostilePathIsOneWordOfTheEntry(String program, String exec) {
        HostSystem system = new HostSystem(Kind.LINUX, Map.of(), home);
        assertThat(DesktopEntry.of(system, Path.of(program)).content()).contains("\nExec=" + exec + "\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theEntryHasAsManyLinesWhateverThePath(String name) {
        HostSystem system = new HostSystem(Kind.LINUX, Map.of(), home);
        assertThat(DesktopEntry.of(system, Path.of("/", name)).content().lines())
                .hasSize(7);
    }

    @Test
    void onAMacAPropertyListIsInTheFolderOfLaunchAgents() throws IOException {
        Autostart autostart = Autostart.of(new HostSystem(Kind.MAC, Map.of(), home), PROGRAM);
        autostart.turn(true);
        assertThat(home.resolve("Library/LaunchAgents/taskglass.plist"))
                .content()
                .contains("<string>/opt/taskglass/bin/taskglass</string>", "<key>RunAtLoad</key>");
        autostart.turn(false);
        assertThat(autostart.isOn()).isFalse();
    }

    @Test
    void thePropertyListIsXmlWhateverThePath() throws Exception {
        String program = "/a <b> & \"c\" 'd' ]]>/x";
        String content = LaunchAgent.of(new HostSystem(Kind.MAC, Map.of(), home), Path.of(program))
                .content();
        String withoutType = content.replaceAll("<!DOCTYPE[^>]*>", "");
        String read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(withoutType.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("array")
                .item(0)
                .getTextContent()
                .strip();
        assertThat(read).isEqualTo(program);
    }

    @Test
    void aPathThatXmlCannotHoldIsRefused() {
        Autostart autostart = Autostart.of(new HostSystem(Kind.MAC, Map.of(), home), Path.of("/a\nb"));
        assertThatThrownBy(() -> autostart.turn(true)).isInstanceOf(IOException.class);
        assertThat(home.resolve("Library")).doesNotExist();
    }

    @Test
    void onWindowsAValueOfTheRunKeyIsWrittenAndDeleted() throws IOException {
        List<List<String>> commands = new ArrayList<>();
        RunKey key = new RunKey(Path.of("/Program Files/Taskglass.exe"), words -> {
            commands.add(words);
            return 0;
        });
        key.turn(true);
        key.isOn();
        key.turn(false);
        String run = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
        assertThat(commands)
                .containsExactly(
                        List.of(
                                "reg",
                                "add",
                                run,
                                "/v",
                                "Taskglass",
                                "/t",
                                "REG_SZ",
                                "/d",
                                "\\\"/Program Files/Taskglass.exe\\\"",
                                "/f"),
                        List.of("reg", "query", run, "/v", "Taskglass"),
                        List.of("reg", "delete", run, "/v", "Taskglass", "/f"));
    }

    @Test
    void aRegistryThatRefusesIsNotTakenForDone() {
        RunKey key = new RunKey(PROGRAM, words -> 1);
        assertThatThrownBy(() -> key.turn(true)).isInstanceOf(IOException.class);
    }
}
