import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Drives the demo in the window of an installed Taskglass by keys and clicks, each screen twice. Reports what blocked
 * the JavaFX thread for over 100 ms, and what it was doing meanwhile. Runs on Linux with xdotool and its own display (a
 * window manager would get in the way). The argument is the launcher.
 */
final class MeasureStalls {
    private static final String LOGGING = """
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.SimpleFormatter.format=%5$s%n
        taskglass.trace.StallTrace.level=FINE
        taskglass.trace.StartTrace.level=FINE
        """;

    /** Time for the table to fill, and for what the window prepares at rest. */
    private static final long REST = 15_000;

    private static final long STEP = 1_500;

    /** A user action: arguments for xdotool, for the window's size on a screen of 1600 by 1000. */
    private record Step(String name, String... does) {}

    private static final List<Step> STEPS = List.of(
            new Step("select a row", "mousemove 300 400 click 1"),
            new Step("next row", "key Down"),
            new Step("details", "mousemove 1250 780 click 1"),
            new Step("tab of the timeline", "key ctrl+Tab"),
            new Step("tab of the todos", "key ctrl+Tab"),
            new Step("tab of the changes", "key ctrl+Tab"),
            new Step("tab of the prompt", "key ctrl+Tab"),
            new Step("tab of the output", "key ctrl+Tab"),
            new Step("context menu", "mousemove 300 400 click 3"),
            new Step("its end", "key Escape"),
            new Step("palette", "key ctrl+k", "type --delay 120 cancel"),
            new Step("its end", "key Escape"),
            new Step("launch dialog", "key ctrl+n"),
            new Step("its end", "key Escape"),
            new Step("filter", "key ctrl+f", "type --delay 120 agent:", "key Down"),
            new Step("its end", "key Escape", "key Escape"),
            new Step("answers", "key ctrl+j", "key space"),
            new Step("an answer", "key 1"),
            new Step("back to the table", "mousemove 300 500 click 1"),
            new Step("why", "key w"),
            new Step("its end", "key Escape"),
            new Step("keys", "key question"),
            new Step("its end", "key Escape"),
            new Step("dark", "key ctrl+shift+t"),
            new Step("light", "key ctrl+shift+t"));

    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("taskglass-stalls");
        Files.writeString(home.resolve("logging.properties"), LOGGING);
        try {
            new MeasureStalls().run(Path.of(arguments[0]).toRealPath(), home);
        } finally {
            Tree.delete(home);
        }
    }

    private void run(Path launcher, Path home) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(launcher.toString(), "--demo");
        program.environment()
                .putAll(Map.of(
                        "XDG_CONFIG_HOME",
                        home.toString(),
                        "JAVA_OPTS",
                        "-Djava.util.logging.config.file=" + home.resolve("logging.properties")));
        Process process = program.redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(told::add));
        try {
            Thread.sleep(REST);
            tell("start");
            for (String round : List.of("first", "second")) {
                for (Step step : STEPS) {
                    take(step);
                    tell(round + " time, " + step.name());
                }
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void take(Step step) throws IOException, InterruptedException {
        for (String does : step.does()) {
            List<String> command = new ArrayList<>(List.of("xdotool"));
            command.addAll(List.of(does.split(" ")));
            new ProcessBuilder(command).inheritIO().start().waitFor(10, TimeUnit.SECONDS);
            Thread.sleep(STEP);
        }
    }

    /** Prints what was reported since the last call. */
    private void tell(String during) {
        for (String line = told.poll(); line != null; line = told.poll()) {
            System.out.println(during + ": " + line);
        }
    }
}
