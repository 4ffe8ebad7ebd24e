package taskglass.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The load bench: runs each step in two new processes, window and server. Writes {@code load.json} and {@code load.md}
 * after each. Run by {@code mvn -q -Pbench -DskipTests package exec:exec@load}; see src/docs/bench.md.
 */
final class Load {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;
    private final Screen screen;
    private final String warmUp;

    private Load(Path target, Screen screen, String warmUp) {
        this.target = target;
        this.screen = screen;
        this.warmUp = warmUp;
    }

    /** Arguments: Maven's target folder, the steps, seconds of warm-up. */
    public static void main(String[] words) throws Exception {
        try (Screen screen = Screen.open()) {
            new Load(Path.of(words[0]), screen, words[2]).run(LoadStep.chosen(words[1]));
        }
        System.exit(0);
    }

    private void run(List<String> steps) throws Exception {
        LoadReport report = new LoadReport(target, screen, warmUp);
        for (String step : steps) {
            double before = Footprint.machineLoad();
            if (step.equals(LoadStep.TERMINAL)) {
                report.beside(beside(), before);
            } else if (step.equals(LoadStep.REST)) {
                report.rest(process("taskglass.bench.load.RestingWindow", warmUp), before);
            } else {
                report.add(step, window(step), before);
            }
        }
    }

    /** Measures OpenCode's terminal UI at a real server, then the window at the same one, then an empty window. */
    private ObjectNode beside() throws Exception {
        ObjectNode both = JSON.createObjectNode();
        try (TerminalScreen terminal = new TerminalScreen()) {
            both.set("terminal UI", terminal.measure(Long.parseLong(warmUp)));
            both.set("Taskglass", window(terminal.server()));
        }
        both.set("empty JavaFX window", process("taskglass.bench.load.EmptyWindow", warmUp));
        return both;
    }

    private ObjectNode window(String step) throws IOException, InterruptedException {
        return process("taskglass.bench.load.LoadedWindow", warmUp, step);
    }

    private ObjectNode process(String main, String... words) throws IOException, InterruptedException {
        Process window = Children.window(target, screen, Frames.OPTIONS, main, words);
        String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = window.waitFor();
        JsonNode figures = JSON.readTree(said.lines().reduce("{}", (first, last) -> last));
        if (status == 0 && figures instanceof ObjectNode all) {
            return all;
        }
        throw new IOException(String.join(" ", words) + " of " + main + " ended with " + status + ": " + said);
    }
}
