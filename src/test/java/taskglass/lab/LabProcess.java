package taskglass.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.opencode.local.ProcessTree;

/** The process of a test server, which can be begun again after its end; its log is kept in its folders. */
final class LabProcess {
    /** All that it gets of our environment, beside its own home; the second half is for Windows. */
    private static final List<String> INHERITED =
            List.of("PATH", "LANG", "TMPDIR", "Path", "PATHEXT", "SystemRoot", "ComSpec", "TEMP", "TMP");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOG_LINES = 30;

    private final ProcessBuilder builder;
    private final Path log;
    private Optional<Process> running = Optional.empty();

    LabProcess(Path program, LabHome home, int port, String password) {
        log = home.log(port);
        builder = new ProcessBuilder(
                        program.toString(), "serve", "--port", String.valueOf(port), "--hostname", "127.0.0.1")
                .directory(home.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        enter(home, environment);
        if (!password.isEmpty()) {
            environment.put("OPENCODE_SERVER_PASSWORD", password);
        }
    }

    /** Leaves of our environment only what every process needs, and adds what the home asks for. */
    static void enter(LabHome home, Map<String, String> environment) {
        environment.keySet().retainAll(INHERITED);
        environment.putAll(home.environment());
    }

    /** Starts it and returns once it is ready; where it does not get so far, prints the end of its log. */
    synchronized void begin(Await.Condition ready) throws IOException {
        Files.deleteIfExists(log);
        Process process = builder.start();
        running = Optional.of(process);
        try {
            Await.until("OpenCode is healthy", PATIENCE, () -> !process.isAlive() || (listens() && ready.holds()));
            if (!process.isAlive()) {
                throw new IOException("OpenCode ended with status " + process.exitValue());
            }
        } catch (IOException | AssertionError e) {
            System.err.println(e.getMessage() + "; the end of its log:\n" + logEnd());
            throw e;
        }
    }

    synchronized void end() {
        running.map(Process::toHandle).map(ProcessTree::new).ifPresent(ProcessTree::end);
        running = Optional.empty();
    }

    /** Whether that process is this one, or was started by it. */
    synchronized boolean runs(long pid) {
        return running.map(Process::toHandle)
                .filter(handle -> handle.pid() == pid || handle.descendants().anyMatch(child -> child.pid() == pid))
                .isPresent();
    }

    private boolean listens() throws IOException {
        return Files.readString(log).contains("server listening on");
    }

    private String logEnd() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
