package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.local.DataDirectory;

/** What is read of the operating system, and what it costs. */
class LocalMachineTest {
    private static final long HERE = ProcessHandle.current().pid();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1", "::"})
    void aPortOfThisProcessIsMineAndNamesIt(String address) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            ListeningPort seen = LocalMachine.ofThis().listening(Set.of(HERE)).stream()
                    .filter(listeningPort -> listeningPort.port() == socket.getLocalPort())
                    .findFirst()
                    .orElseThrow();
            assertThat(seen.mine()).isTrue();
            assertThat(seen.isOf(HERE)).isTrue();
            assertThat(seen.answersOnLoopback()).isTrue();
        }
    }

    @Test
    void aPortThatIsOpenedLaterIsSeenToo() throws Exception {
        LocalMachine localMachine = LocalMachine.ofThis();
        localMachine.listening(Set.of(HERE));
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(localMachine.listening(Set.of(HERE)))
                    .anyMatch(seen -> seen.port() == socket.getLocalPort() && seen.isOf(HERE));
        }
    }

    /** Its parent has taken no note of its end, nor ever will. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatHasEndedIsNone(@TempDir Path folder) throws Exception {
        Path program =
                Files.copy(Path.of("/bin/sleep"), folder.resolve("opencode"), StandardCopyOption.COPY_ATTRIBUTES);
        Process parent = new ProcessBuilder("sh", "-c", program + " 0 & echo $!; exec sleep 600").start();
        try (BufferedReader out = parent.inputReader()) {
            long ended = Long.parseLong(out.readLine());
            Await.until("it has ended", () -> state(ended).equals("Z"));
            assertThat(LocalMachine.ofThis().openCodes())
                    .extracting(OpenCodeProcess::pid)
                    .doesNotContain(ended);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessTellsWhenItWasStartedAndWhereItKeepsItsSessions(@TempDir Path folder) throws Exception {
        Path program =
                Files.copy(Path.of("/bin/sleep"), folder.resolve("opencode"), StandardCopyOption.COPY_ATTRIBUTES);
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "600");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        Instant before = Instant.now();
        Process process = builder.start();
        try {
            OpenCodeProcess seen = seen(process.pid());
            assertThat(seen.started())
                    .isBetween(before.minusMillis(50), Instant.now().plusMillis(50));
            assertThat(seen.database())
                    .isEqualTo(DataDirectory.of(Map.of("XDG_DATA_HOME", folder.toString()), path -> path, 1))
                    .isNotEqualTo(DataDirectory.of(System.getenv(), path -> path, 1));
            assertThat(seen.ourFiles()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** As soon as it has become the program that it was started for. */
    private static OpenCodeProcess seen(long pid) {
        LocalMachine localMachine = LocalMachine.ofThis();
        Await.until("it is seen", () -> localMachine.openCodes().stream().anyMatch(process -> process.pid() == pid));
        return localMachine.openCodes().stream()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    private static String state(long pid) {
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return all.substring(all.lastIndexOf(')') + 2, all.lastIndexOf(')') + 3);
        } catch (IOException gone) {
            return "";
        }
    }

    /** OSHI reads Windows and macOS; here it must say the same as the files that Linux is read from. */
    @Test
    @NeedsOpenCode
    @EnabledOnOs(OS.LINUX)
    void theLibraryForOtherSystemsSaysTheSame() {
        RealOpenCode server = RealOpenCode.shared();
        assertThat(processes(new OshiMachine(), server))
                .usingRecursiveComparison()
                .withEqualsForType(LocalMachineTest::aboutEqual, Instant.class)
                .isEqualTo(processes(new LinuxMachine(), server));
        assertThat(ports(new OshiMachine(), server)).isNotEmpty().isEqualTo(ports(new LinuxMachine(), server));
    }

    @ParameterizedTest
    @CsvSource({
        "opencode, true",
        "/usr/bin/opencode, true",
        ".opencode, true",
        "/x/opencode.exe (deleted), true",
        "C:\\bin\\OpenCode.exe, true",
        ".opencode-wrapp, true",
        "opencode-cli, true",
        "opencode2, true",
        "/home/me/.opencode/bin/opencode2, true",
        ".opencode2-wrapped, true",
        "opencode3, false",
        "node, false",
        "opencoder, false",
        "my-opencode, false"
    })
    void aProgramIsKnownByItsName(String program, boolean isOpenCode) {
        assertThat(Program.isOpenCode(program)).isEqualTo(isOpenCode);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "--port 0, true",
        "/home/me/project, true",
        "run fix it, true",
        "--print-logs serve, false",
        "attach http://127.0.0.1:1, false",
        "mcp list, false"
    })
    void whoWorksInATerminalIsKnownByTheArguments(String arguments, boolean terminal) {
        assertThat(Program.isTerminal(List.of(arguments.split(" ")))).isEqualTo(terminal);
    }

    @Test
    @NeedsOpenCode
    @EnabledOnOs(OS.LINUX)
    void aLookAtRestCostsAFewMilliseconds() {
        Set<Long> known = new LinuxMachine()
                .openCodes().stream()
                        .map(OpenCodeProcess::pid)
                        .filter(RealOpenCode.shared()::runs)
                        .collect(Collectors.toSet());
        ServerSearch serverSearch = new ServerSearch(Around.processes(known::contains));
        double warmingUp = millisPerLook(serverSearch);
        double atRest = millisPerLook(serverSearch);
        System.out.printf(
                "A look around: %.1f ms of CPU at first, %.1f at rest, among %d processes%n",
                warmingUp, atRest, ProcessHandle.allProcesses().count());
        assertThat(atRest).isLessThan(10);
    }

    private static double millisPerLook(ServerSearch serverSearch) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int looks = 50;
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < looks; i++) {
            serverSearch.runOnce(listed -> {});
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / looks;
    }

    /** Both reckon when a process was started from other figures. */
    private static boolean aboutEqual(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Duration.ofSeconds(2)) < 0;
    }

    private static List<OpenCodeProcess> processes(LocalMachine localMachine, RealOpenCode server) {
        return localMachine.openCodes().stream()
                .filter(process -> server.runs(process.pid()))
                .toList();
    }

    private static List<String> ports(LocalMachine localMachine, RealOpenCode server) {
        long pid = processes(localMachine, server).getFirst().pid();
        return localMachine.listening(Set.of(pid)).stream()
                .filter(socket -> socket.isOf(pid))
                .map(socket -> socket.server() + " " + socket.mine())
                .toList();
    }
}
