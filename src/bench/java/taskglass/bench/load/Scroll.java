package taskglass.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scrolls through many rows of the real window by the wheel and by pages. Writes {@code scroll.md}. Run by {@code mvn
 * -q -Pbench -DskipTests package exec:exec@scroll}; see src/docs/bench.md.
 */
final class Scroll {
    private Scroll() {}

    /** Arguments: Maven's target folder, and sessions/running. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path target = Path.of(words[0]);
        try (Screen screen = Screen.open()) {
            StringBuilder report = new StringBuilder(Machine.sentence(Machine.described(screen)))
                    .append(" Sessions/running: ")
                    .append(words[1])
                    .append(", load average before: ")
                    .append(Footprint.machineLoad())
                    .append(".\n\n");
            Process window = Children.window(
                    target, screen, Frames.OPTIONS, "taskglass.bench.load.ScrolledWindow", words[1].split("/", 2));
            try (BufferedReader said = window.inputReader(StandardCharsets.UTF_8)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    System.out.println(line);
                    Files.writeString(
                            target.resolve("scroll.md"), report.append(line).append('\n'));
                }
            }
            if (window.waitFor() != 0) {
                throw new IOException("the window that is scrolled ended with " + window.exitValue());
            }
        }
    }
}
