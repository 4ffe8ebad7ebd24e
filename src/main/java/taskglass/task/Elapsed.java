package taskglass.task;

import java.time.Duration;

/** How long something took, in words: {@code 1h 2m 3s}, {@code 2m 3s}, {@code 3s}; whole seconds, rounded down. */
public final class Elapsed {
    private Elapsed() {}

    public static String words(Duration duration) {
        long hours = duration.toHours();
        if (hours > 0) {
            return "%dh %dm %ds".formatted(hours, duration.toMinutesPart(), duration.toSecondsPart());
        }
        return duration.toMinutes() > 0
                ? "%dm %ds".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%ds".formatted(duration.toSeconds());
    }
}
