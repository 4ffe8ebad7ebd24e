package taskglass.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of all steps so far, as JSON and as a Markdown table. */
final class LoadReport {
    private static final List<String> COLUMNS = List.of(
            "delay p50 ms",
            "delay p99 ms",
            "delay max ms",
            "frames",
            "frames > 16 ms",
            "frames > 100 ms",
            "frame max ms",
            "waits > 16 ms",
            "waits > 100 ms",
            "calls sent",
            "calls lost",
            "rest cpu %",
            "load cpu %",
            "hidden cpu %",
            "heap MB",
            "rest PSS MB",
            "load PSS MB",
            "load RSS MB",
            "requests/min",
            "KB/min",
            "threads",
            "listed ms",
            "load average before",
            "load average after");

    private static final List<String> BESIDE =
            List.of("rest cpu %", "rest PSS MB", "rest RSS MB", "processes", "threads", "hidden cpu %");

    private static final List<String> AT_REST = List.of("cpu %", "pulses/s");

    /** The figures compared between the steps with many and with few settled sessions. */
    private static final List<String> COMPARED = List.of("rest cpu %", "load cpu %", "hidden cpu %", "KB/min");

    private static final String MANY = "10000/50/";
    private static final String FEW = "100/50/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;
    private final ObjectNode report;
    private final ArrayNode steps;

    LoadReport(Path target, Screen screen, String warmUp) throws IOException {
        this.target = target;
        report = Machine.described(screen)
                .put("warm-up s", Integer.parseInt(warmUp))
                .put("seed", "none: nothing in the load is left to chance");
        steps = report.putArray("steps");
    }

    /** {@code before} is the machine's load average when the step began. */
    void add(String step, ObjectNode figures, double before) throws IOException {
        ObjectNode row = steps.addObject().put("step", step).setAll(figures);
        row.put("load average before", before).put("load average after", Footprint.machineLoad());
        compare();
        write(row);
    }

    /** Adds the terminal UI and the window at the same real server. */
    void beside(ObjectNode both, double before) throws IOException {
        both.put("load average before", before).put("load average after", Footprint.machineLoad());
        report.set("beside", both);
        write(both);
    }

    /** Adds the window at rest, state by state. */
    void rest(ObjectNode states, double before) throws IOException {
        states.put("load average before", before).put("load average after", Footprint.machineLoad());
        report.set("at rest", states);
        write(states);
    }

    private void write(ObjectNode news) throws IOException {
        System.out.println(news);
        Files.writeString(
                target.resolve("load.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        Files.writeString(target.resolve("load.md"), markdown());
    }

    /** Compares many settled sessions to few, with the same number at work and the same event rate. */
    private void compare() {
        ObjectNode ratios = report.putObject("10000 settled to 100");
        for (JsonNode many : steps) {
            String step = many.path("step").asText();
            if (step.startsWith(MANY)) {
                steps.valueStream()
                        .filter(row -> row.path("step").asText().equals(FEW + step.substring(MANY.length())))
                        .forEach(few -> compare(ratios.putObject(step), many, few));
            }
        }
    }

    private static void compare(ObjectNode ratios, JsonNode many, JsonNode few) {
        COMPARED.stream()
                .filter(column -> few.path(column).asDouble() > 0)
                .forEach(column -> ratios.put(
                        column, many.path(column).asDouble() / few.path(column).asDouble()));
    }

    private String markdown() {
        return Machine.sentence(report) + "\n\n"
                + table("sessions/running/events a second", COLUMNS, rows(steps.valueStream()))
                + section("10000 settled to 100", COMPARED)
                + section("at rest", AT_REST)
                + section("beside", BESIDE);
    }

    private String section(String name, List<String> columns) {
        JsonNode there = report.path(name);
        List<String> rows = there.propertyStream()
                .filter(field -> field.getValue().isObject())
                .map(field -> row(field.getKey(), columns, field.getValue()))
                .toList();
        return rows.isEmpty() ? "" : "\n" + table(name, columns, rows);
    }

    private static List<String> rows(Stream<JsonNode> steps) {
        return steps.map(row -> row(row.path("step").asText(), COLUMNS, row)).toList();
    }

    private static String table(String first, List<String> columns, List<String> rows) {
        return "| " + first + " | " + String.join(" | ", columns) + " |\n|---|" + "---:|".repeat(columns.size()) + "\n"
                + String.join("", rows);
    }

    private static String row(String name, List<String> columns, JsonNode figures) {
        return Stream.concat(Stream.of(name), columns.stream().map(column -> number(figures.path(column))))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String number(JsonNode value) {
        return value.isMissingNode()
                ? ""
                : value.isDouble() ? String.format(Locale.ROOT, "%.1f", value.asDouble()) : value.asText();
    }
}
