package taskglass;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import taskglass.ui.Desktop;

/**
 * The training run for a package's AOT cache: opens the window, lets it fill, goes through its screens, and closes it.
 */
final class Training {
    /** Time for the table to fill, its outcomes to be read, and the other screens to be prepared. */
    private static final Duration CALM = Duration.ofSeconds(12);

    private Training() {}

    public static void main(String[] words) {
        Taskglass.aside(Training::tourInTime);
        Taskglass.commandLine(() -> Runnable::run, Map.of(), InputStream.nullInputStream(), OptionalInt::empty)
                .parseArgs("ls");
        Taskglass.main(words);
    }

    private static void tourInTime() {
        try {
            Thread.sleep(CALM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Desktop desktop = new Desktop();
        desktop.executor().execute(() -> Tour.begin(desktop::hideAll));
    }
}
