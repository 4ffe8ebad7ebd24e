package taskglass.task;

import java.time.Duration;
import java.util.Locale;

/** Formats a duration: {@code 1h 2m 3s}, {@code 2m 3s}, {@code 3s}; whole seconds, rounded down. */
public final class Elapsed {
    private Elapsed() {}

    /** For an age, which nobody needs by the second once it is a minute: {@code 3s}, {@code 2m}, {@code 1h 2m}, {@code 3d}. */
    public static String roughly(Duration duration) {
        if (duration.toDays() > 1) {
            return String.format(Locale.ROOT, "%dd", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return String.format(Locale.ROOT, "%dh %dm", duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0 ? String.format(Locale.ROOT, "%dm", duration.toMinutes()) : text(duration);
    }

    public static String text(Duration duration) {
        long hours = duration.toHours();
        if (hours > 0) {
            return String.format(Locale.ROOT, "%dh %dm %ds", hours, duration.toMinutesPart(), duration.toSecondsPart());
        }
        return duration.toMinutes() > 0
                ? String.format(Locale.ROOT, "%dm %ds", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%ds", duration.toSeconds());
    }
}
