import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures starts of an installed Taskglass over a canned server of 40 sessions: from the command to the first frame of
 * the window, and to that of the filled table. Runs on Linux with a display. The arguments are the launcher and the
 * number of starts.
 */
final class MeasureStart {
    private static final String LOGGING = """
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.SimpleFormatter.format=%1$tQ %5$s%n
        taskglass.trace.StartTrace.level=FINE
        """;

    private final Path launcher;
    private final Path home;
    private final String server;

    private MeasureStart(Path launcher, Path home, String server) {
        this.launcher = launcher;
        this.home = home;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("taskglass-start");
        Files.writeString(home.resolve("logging.properties"), LOGGING);
        int runs = Integer.parseInt(arguments[1]);
        try (TrainingServer server = new TrainingServer()) {
            MeasureStart measure = new MeasureStart(Path.of(arguments[0]).toRealPath(), home, server.url());
            measure.start("", false); // the first start warms up the server, too
            System.out.println("median (least to most) of " + runs + " starts, ms: first window, filled table");
            measure.tell("with AOT cache, warm", "", false, runs);
            measure.tell("with AOT cache, cold", "", true, runs);
            measure.tell("without, warm", "-XX:AOTMode=off", false, runs);
            measure.tell("without, cold", "-XX:AOTMode=off", true, runs);
        } finally {
            Tree.delete(home);
        }
    }

    private void tell(String name, String options, boolean cold, int runs) throws IOException, InterruptedException {
        List<Long> windows = new ArrayList<>();
        List<Long> tables = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Map<String, Long> times = start(options, cold);
            windows.add(times.get("window shown"));
            tables.add(times.get("table filled"));
        }
        System.out.printf("%-22s %s, %s%n", name, summary(windows), summary(tables));
    }

    private static String summary(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return "%d (%d to %d)".formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    /** @return milliseconds from the start of the process to each line that it logs, until the table is filled */
    private Map<String, Long> start(String options, boolean cold) throws IOException, InterruptedException {
        if (cold) {
            forget(launcher.getParent().getParent());
        }
        ProcessBuilder program = new ProcessBuilder(launcher.toString(), "--server", server);
        String logging = "-Djava.util.logging.config.file=" + home.resolve("logging.properties");
        program.environment().putAll(Map.of("XDG_CONFIG_HOME", home.toString(), "JAVA_OPTS", logging + " " + options));
        program.redirectErrorStream(true);
        Map<String, Long> times = new HashMap<>();
        long begin = System.currentTimeMillis();
        Process process = program.start();
        try (BufferedReader lines = process.inputReader()) {
            while (!times.containsKey("table filled")) {
                String[] line = lines.readLine().split(" ", 2);
                times.put(line[1], Long.parseLong(line[0]) - begin);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
        return times;
    }

    /** Drops the program's own files, and no others, from the system's file cache, as after a long time. */
    private static void forget(Path folder) throws IOException, InterruptedException {
        for (Path file : Tree.files(folder)) {
            new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0", "status=none")
                    .start()
                    .waitFor();
        }
    }
}
