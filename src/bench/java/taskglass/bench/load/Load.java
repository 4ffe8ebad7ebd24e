package taskglass.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The load bench: each step in two fresh processes, window and server. Writes {@code load.json} and {@code load.md}. Run by
 * {@code mvn -q -Pbench -DskipTests package exec:exec@load}; {@code -Dload=100/50/1000} runs that step alone.
 */
final class Load {
    private static final List<String> USUAL = List.of(
            "10/5/100", "100/50/0", "100/50/100", "10000/50/0", "10000/50/100", "1000/1000/1000", "1000/1000/5000");

    private static final List<String> COLUMNS = List.of(
            "delay p50 ms",
            "delay p99 ms",
            "delay max ms",
            "waits > 16 ms",
            "waits > 100 ms",
            "events sent",
            "events lost",
            "rest cpu %",
            "load cpu %",
            "hidden cpu %",
            "heap MB",
            "PSS MB",
            "RSS MB",
            "requests/min",
            "KB/min",
            "listed ms");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Load() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        List<String> steps = arguments[1].equals("usual") ? USUAL : List.of(arguments[1].split(","));
        ObjectNode report = machine();
        ArrayNode rows = report.putArray("steps");
        for (String step : steps) {
            ObjectNode row = rows.addObject().put("step", step);
            row.setAll((ObjectNode) run(target, step));
            System.out.println(row);
            Files.writeString(
                    target.resolve("load.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
            Files.writeString(target.resolve("load.md"), table(report));
        }
    }

    private static JsonNode run(Path target, String step) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms32m",
                "-Xmx256m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=javafx.graphics",
                "--module-path",
                target.resolve("javafx").toString(),
                "--add-modules",
                "javafx.controls,javafx.fxml"));
        if (System.getenv("DISPLAY") == null) {
            options.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        Process window = Children.java("taskglass.bench.load.LoadedWindow", options, step);
        String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = window.waitFor();
        if (status != 0) {
            throw new IOException("the window of step " + step + " ended with " + status + ": " + said);
        }
        return JSON.readTree(said.lines().reduce("{}", (first, last) -> last));
    }

    private static ObjectNode machine() {
        ObjectNode machine = JSON.createObjectNode().put("at", Instant.now().toString());
        machine.put("java", System.getProperty("java.runtime.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        return machine.put("display", System.getenv("DISPLAY") == null ? "headless" : "X");
    }

    private static String table(ObjectNode report) {
        String head = "| sessions/running/events a second | " + String.join(" | ", COLUMNS) + " |\n|---|"
                + "---:|".repeat(COLUMNS.size()) + "\n";
        return report.path("steps")
                .valueStream()
                .map(row -> Stream.concat(
                                Stream.of(row.path("step").asText()),
                                COLUMNS.stream().map(column -> number(row.path(column))))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining("", head, ""));
    }

    private static String number(JsonNode value) {
        return value.isMissingNode() ? "" : value.isDouble() ? "%.1f".formatted(value.asDouble()) : value.asText();
    }
}
