package taskglass.task;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when a server has been asked again and again without a gap, and when last. Patience counts no time in which
 * nobody looked, as while a laptop slept, nor the time that an answer took.
 *
 * @param opened when the book was: what ends after that does so in our sight, though it may be told late
 * @param since when the last gap ended
 * @param asked when the server was last asked
 * @param before when the last gap began; the epoch, like {@code since}, without one
 */
record Vigil(Instant opened, Instant since, Instant asked, Instant before) {
    /** Twice the longest pause between two questions to a server that answers. */
    private static final Duration GAP = Duration.ofSeconds(30);

    static Vigil begun(Instant opened) {
        return new Vigil(opened, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    }

    Vigil asked(Instant now) {
        boolean gap = !asked.equals(Instant.EPOCH) && asked.plus(GAP).isBefore(now);
        return gap ? new Vigil(opened, now, now, asked) : new Vigil(opened, since, now, before);
    }

    /** How long it is from that time until now, without the last gap. */
    Duration watched(Instant from, Instant now) {
        Instant gap = from.isAfter(before) ? from : before;
        Duration asleep = gap.isBefore(since) ? Duration.between(gap, since) : Duration.ZERO;
        return Duration.between(from, now).minus(asleep);
    }

    /** Whether we had looked for longer than that, after that time, when we last asked. */
    boolean over(Instant from, Duration patience) {
        Instant watched = from.isAfter(since) ? from : since;
        return watched.plus(patience).isBefore(asked);
    }
}
