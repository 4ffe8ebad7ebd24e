package taskglass.text;

import java.time.Duration;
import java.time.Instant;

/** Says when a task was last seen, by the minute: a text that changes every second would keep the window busy. */
public final class LastSeenText {
    private LastSeenText() {}

    /** The status and its age: "Running when last seen, 2 min ago". */
    public static String of(String status, Instant lastSeen, Instant now) {
        return Texts.of("seen.status", status, age(lastSeen, now));
    }

    /** The status alone: "Running when last seen". */
    public static String of(String status) {
        return Texts.of("seen.status.brief", status);
    }

    /** The age alone: "last seen 2 min ago". */
    public static String of(Instant lastSeen, Instant now) {
        return Texts.of("seen", age(lastSeen, now));
    }

    /** Only how long ago: "2 min ago". */
    public static String age(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return Texts.of("seen.now");
        }
        if (age.toHours() < 1) {
            return Texts.of("seen.minutes", age.toMinutes());
        }
        return age.toDays() < 2 ? Texts.of("seen.hours", age.toHours()) : Texts.of("seen.days", age.toDays());
    }
}
