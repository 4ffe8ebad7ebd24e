package taskglass.bench.micro;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of one run as a Markdown table: a row for each benchmark and its parameters, with time and allocation.
 */
record Report(Collection<RunResult> results) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    String markdown() {
        Map<String, String> rows = new TreeMap<>();
        results.forEach(result -> rows.put(sortable(result.getParams()), row(result)));
        String machine = "JDK %s, %s %s, %d processors"
                .formatted(
                        System.getProperty("java.vm.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
        return "%s%n%n| benchmark | with | µs/op | ± | bytes/op |%n|---|---|---:|---:|---:|%n%s"
                .formatted(machine, String.join("", rows.values()));
    }

    private static String row(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        name(result.getParams()),
                        with(result.getParams()),
                        number(time.getScore()),
                        number(time.getScoreError()),
                        String.format(Locale.ROOT, "%,.0f", allocated.getScore()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    private static String name(BenchmarkParams params) {
        return params.getBenchmark().replaceAll(".*\\.(\\w+)Bench\\.", "$1: ");
    }

    private static String with(BenchmarkParams params) {
        return params.getParamsKeys().stream()
                .map(key -> params.getParam(key) + " " + key)
                .collect(Collectors.joining(", "));
    }

    /** Pads numbers so that they sort by value. */
    private static String sortable(BenchmarkParams params) {
        String values = params.getParamsKeys().stream()
                .map(key -> "%10s".formatted(params.getParam(key)))
                .collect(Collectors.joining());
        return name(params) + values;
    }
}
