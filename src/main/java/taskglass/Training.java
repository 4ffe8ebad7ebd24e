package taskglass;

import java.time.Duration;
import taskglass.ui.Desktop;

/** The run that a package learns its start from: opens the window, lets it fill, and closes it as a person would. */
final class Training {
    /** Time for the table to fill, its outcomes to be read, and the rehearsal of the other screens to end. */
    private static final Duration LENGTH = Duration.ofSeconds(12);

    private Training() {}

    public static void main(String[] words) {
        Thread.ofPlatform().daemon().name("training").start(Training::closeInTime);
        Taskglass.main(words);
    }

    private static void closeInTime() {
        try {
            Thread.sleep(LENGTH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Desktop desktop = new Desktop();
        desktop.executor().execute(desktop::hideAll);
    }
}
