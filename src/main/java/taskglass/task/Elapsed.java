package taskglass.task;

import java.time.Duration;
import java.util.Locale;

/** Formats a duration: {@code 1h 2m 3s}, {@code 2m 3s}, {@code 3s}; whole seconds, rounded down. */
public final class Elapsed {
    private Elapsed() {}

    public static String words(Duration duration) {
        long hours = duration.toHours();
        if (hours > 0) {
            return String.format(Locale.ROOT, "%dh %dm %ds", hours, duration.toMinutesPart(), duration.toSecondsPart());
        }
        return duration.toMinutes() > 0
                ? String.format(Locale.ROOT, "%dm %ds", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%ds", duration.toSeconds());
    }
}
