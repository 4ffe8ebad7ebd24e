package taskglass.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The load bench: each step in two fresh processes, window and server. Writes {@code load.json} and {@code load.md} after
 * each. Run by {@code mvn -q -Pbench -DskipTests package exec:exec@load}; see src/docs/bench.md.
 */
final class Load {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;
    private final String warmUp;

    private Load(Path target, String warmUp) {
        this.target = target;
        this.warmUp = warmUp;
    }

    /** Words: Maven's folder, the steps, seconds of warming up. */
    public static void main(String[] words) throws Exception {
        Load load = new Load(Path.of(words[0]), words[2]);
        LoadReport report = new LoadReport(load.target, load.warmUp);
        for (String step : LoadStep.chosen(words[1])) {
            double before = Footprint.machineLoad();
            if (step.equals(LoadStep.TERMINAL)) {
                report.beside(load.beside(), before);
            } else {
                report.add(step, load.window(step), before);
            }
        }
        System.exit(0);
    }

    /** OpenCode's terminal UI at a real server, and then the window at the same one. */
    private ObjectNode beside() throws Exception {
        ObjectNode both = JSON.createObjectNode();
        try (TerminalScreen screen = new TerminalScreen()) {
            both.set("terminal UI", screen.measure(Long.parseLong(warmUp)));
            both.set("Taskglass", window(screen.server()));
        }
        return both;
    }

    private ObjectNode window(String step) throws IOException, InterruptedException {
        Process window = Children.window(target, Frames.OPTIONS, "taskglass.bench.load.LoadedWindow", warmUp, step);
        String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = window.waitFor();
        JsonNode figures = JSON.readTree(said.lines().reduce("{}", (first, last) -> last));
        if (status == 0 && figures instanceof ObjectNode all) {
            return all;
        }
        throw new IOException("the window of step " + step + " ended with " + status + ": " + said);
    }
}
