package taskglass.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Formats how long a request has waited, as a clock shows it: {@code 0:42}, {@code 1:02:03}. */
final class WaitingTime {
    private WaitingTime() {}

    static String text(Instant since, Instant now) {
        Duration time = now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
