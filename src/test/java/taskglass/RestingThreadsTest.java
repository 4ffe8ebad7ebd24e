package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.lab.OpenCode2;
import taskglass.task.ServerId;

/** The threads of a window at rest over one server, in a process of its own: all of them are named here. */
class RestingThreadsTest {
    private static final List<String> OURS =
            List.of("discovery", "events-SERVER", "poll-SERVER", "seconds", "settings");

    private static final List<String> OF_JAVAFX = List.of(
            "JavaFX Application Thread",
            "JavaFX-Launcher",
            "QuantumRenderer-0",
            "Prism Font Disposer",
            "Headless Timer");

    private static final List<String> OF_OKHTTP =
            List.of("OkHttp ConnectionPool connection closer", "OkHttp TaskRunner", "Okio Watchdog");

    private static final List<String> OF_JAVA = List.of(
            "main",
            "Cleaner-0",
            "Common-Cleaner",
            "Finalizer",
            "Notification Thread",
            "Reference Handler",
            "Signal Dispatcher",
            "ForkJoinPool.commonPool-delayScheduler",
            "VirtualThread-unblocker");

    /** Those that virtual threads run on, as many as were busy at once: they end when nothing was for half a minute. */
    private static final Pattern CARRIER = Pattern.compile("ForkJoinPool-1-worker-\\d+");

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @TempDir
    private Path folder;

    /** The program itself, beside a thread that tells the names of all others for each line that it reads. */
    static final class Program {
        private static final String TELLER = "teller";

        private Program() {}

        public static void main(String[] args) {
            Thread.ofPlatform().daemon().name(TELLER).start(Program::tell);
            Taskglass.main(args);
        }

        private static void tell() {
            PrintStream out = System.out;
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> out.println(String.join("|", names())));
        }

        private static List<String> names() {
            return Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> !name.equals(TELLER))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aWindowOverOneServerHasFiveThreadsBesideThoseOfItsLibraries() throws IOException {
        try (OpenCode2 server = new OpenCode2()) {
            server.agents().session("At rest");
            Process window = window(server);
            try {
                assertThat(atRest(window, new ServerId(server.baseUrl()))).containsExactlyInAnyOrderElementsOf(OURS);
            } finally {
                window.destroyForcibly();
            }
        }
    }

    /** The threads that no library has made, once all of those that belong there are there and the start is over. */
    private static List<String> atRest(Process window, ServerId server) {
        PrintStream ask = new PrintStream(window.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader output = window.inputReader(StandardCharsets.UTF_8);
        List<String> others = new ArrayList<>();
        try {
            Await.until("it is at rest", PATIENCE, () -> {
                ask.println();
                others.clear();
                others.addAll(List.of(
                        output.readLine().replace(server.shortName(), "SERVER").split("\\|")));
                List.of(OF_JAVAFX, OF_OKHTTP, OF_JAVA).forEach(names -> names.forEach(others::remove));
                others.removeIf(CARRIER.asMatchPredicate());
                return others.size() == OURS.size() && others.containsAll(OURS);
            });
        } catch (AssertionError late) {
            assertThat(others).as(late.getMessage()).containsExactlyInAnyOrderElementsOf(OURS);
        }
        return others;
    }

    private Process window(OpenCode2 server) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls,javafx.fxml",
                "--enable-native-access=javafx.graphics",
                "--class-path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Program.class.getName()));
        command.addAll(List.of("--server", server.baseUrl()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("OPENCODE_SERVER_PASSWORD", OpenCode2.PASSWORD);
        return builder.start();
    }
}
