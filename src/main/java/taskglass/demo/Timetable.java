package taskglass.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Scheduled actions with their own clock. The clock advances only in {@link #playTo}, so a day can pass in a moment.
 */
final class Timetable {
    private record Entry(Instant at, long number, Runnable act) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private Instant now;
    private long entered;

    Timetable(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    long millis() {
        return now.toEpochMilli();
    }

    void at(Instant when, Runnable act) {
        entries.add(new Entry(when, entered++, act));
    }

    void after(double seconds, Runnable act) {
        at(now.plus(Duration.ofMillis(Math.round(seconds * 1000))), act);
    }

    /** The time of the next action. */
    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    /** Runs all actions that are due by then, in order, each at its own time. */
    void playTo(Instant end) {
        while (next().filter(at -> !at.isAfter(end)).isPresent()) {
            Entry entry = entries.remove();
            now = entry.at.isAfter(now) ? entry.at : now;
            entry.act.run();
        }
        now = end.isAfter(now) ? end : now;
    }
}
