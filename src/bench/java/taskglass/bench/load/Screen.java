package taskglass.bench.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The display for the windows: that of the environment, else an Xvfb started by the bench. Without either JavaFX
 * renders in memory, where it copies each frame pixel by pixel on its own thread: that says nothing about a window on a
 * screen.
 */
final class Screen implements AutoCloseable {
    private static final String PROGRAM = "Xvfb";

    private final Optional<Process> server;
    private final String display;

    private Screen(Optional<Process> server, String display) {
        this.server = server;
        this.display = display;
    }

    static Screen open() throws IOException {
        String given = System.getenv().getOrDefault("DISPLAY", "");
        if (!given.isEmpty() || !installed()) {
            return new Screen(Optional.empty(), given);
        }
        // It chooses a free number, and prints it when it is ready.
        Process own = new ProcessBuilder(PROGRAM, "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader told = own.inputReader(StandardCharsets.US_ASCII);
        return new Screen(Optional.of(own), ":" + told.readLine());
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /** The description for the report. */
    String kind() {
        return display.isEmpty() ? "headless" : server.isPresent() ? PROGRAM : "the display " + display;
    }

    /** The JVM options for in-memory rendering; none if there is a display. */
    List<String> options() {
        return display.isEmpty() ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw") : List.of();
    }

    void show(ProcessBuilder window) {
        window.environment().put("DISPLAY", display);
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
