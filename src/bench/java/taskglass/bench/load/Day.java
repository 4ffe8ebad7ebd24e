package taskglass.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A simulated day: measures the window's heap while a server works through sessions over HTTP, as fast as both can.
 * Writes {@code day.md}. Run by {@code mvn -q -Pbench -DskipTests package exec:exec@day}; see src/docs/bench.md.
 */
final class Day {
    /**
     * Drops what JavaFX would release when memory runs short, mainly images of toasts: the window does not need to hold
     * it.
     */
    private static final List<String> OPTIONS = List.of("-XX:SoftRefLRUPolicyMSPerMB=0");

    private Day() {}

    /** Arguments: Maven's target folder, and sessions/events of each. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path target = Path.of(words[0]);
        try (Screen screen = Screen.open()) {
            StringBuilder report = new StringBuilder(Machine.sentence(Machine.described(screen))).append("\n\n");
            Process window =
                    Children.window(target, screen, OPTIONS, "taskglass.bench.load.DayWindow", words[1].split("/", 2));
            try (BufferedReader said = window.inputReader(StandardCharsets.UTF_8)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    System.out.println(line);
                    Files.writeString(
                            target.resolve("day.md"), report.append(line).append('\n'));
                }
            }
            if (window.waitFor() != 0) {
                throw new IOException("the window of the day ended with " + window.exitValue());
            }
        }
    }
}
