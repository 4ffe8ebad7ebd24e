package taskglass.training;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import taskglass.Taskglass;
import taskglass.ui.window.DesktopAccess;

/**
 * The training run for a package's AOT cache: opens the window, lets it fill, goes through its screens, and closes it.
 */
final class TrainingRun {
    /** Time for the table to fill, its outcomes to be read, and the other screens to be prepared. */
    private static final Duration CALM = Duration.ofSeconds(12);

    private TrainingRun() {}

    public static void main(String[] args) {
        Taskglass.runInBackground(TrainingRun::tourInTime);
        Taskglass.commandLine(() -> Runnable::run, Map.of(), InputStream.nullInputStream(), OptionalInt::empty)
                .parseArgs("ls");
        Taskglass.main(args);
    }

    private static void tourInTime() {
        try {
            Thread.sleep(CALM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        DesktopAccess desktopAccess = new DesktopAccess();
        desktopAccess.executor().execute(() -> ScreenTour.begin(desktopAccess::hideAll));
    }
}
