package taskglass.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** The program itself, run as a process of its own, without a display, its output into a pipe. */
final class ShellProcess implements AutoCloseable {
    private static final int SECONDS = 60;

    /** What it knows of its user. */
    private final Path home;

    private final Path errors;
    private final Process process;
    private final BufferedReader out;

    ShellProcess(String... words) throws IOException {
        home = Files.createTempDirectory("taskglass-shell");
        errors = Files.createTempFile(home, "errors", ".txt");
        List<String> command = new ArrayList<>(withInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls,javafx.fxml",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--class-path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "taskglass.Taskglass"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile()));
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "LANG", "LC_ALL"));
        builder.environment().put("XDG_DATA_HOME", home.toString());
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What a shell puts into the background ignores interrupts, and so would what it starts, the tests included. */
    private static List<String> withInterrupts() {
        return OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** The next line of its answer; waits for one. */
    String line() throws IOException {
        return String.valueOf(out.readLine());
    }

    /** The rest of its answer. */
    List<String> lines() throws IOException {
        return out.lines().toList();
    }

    /** Nobody reads any more. */
    void closeReadingEnd() throws IOException {
        out.close();
    }

    /** What Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs after " + SECONDS + " s");
        }
        return process.exitValue();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
