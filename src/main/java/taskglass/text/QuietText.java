package taskglass.text;

import java.time.Duration;

/** Says for how long a running task has shown no activity, by the minute. */
public final class QuietText {
    private QuietText() {}

    /** The text in place of the status: "Quiet 6 min". */
    public static String of(Duration silence) {
        return silence.toHours() < 1
                ? Texts.of("status.quiet.minutes", silence.toMinutes())
                : Texts.of("status.quiet.hours", silence.toHours());
    }
}
