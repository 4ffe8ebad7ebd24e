package taskglass.task.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when a server has been polled without a gap, and when last. Time limits do not count time without polls, such
 * as while a laptop slept, nor the time that an answer took.
 *
 * @param opened when the store was opened; an end after that was seen from here, even if it was reported late
 * @param since when the last gap ended
 * @param asked when the server was last polled
 * @param before when the last gap began; without a gap the epoch, like {@code since}
 */
record ObservationSpan(Instant opened, Instant since, Instant asked, Instant before) {
    /** Twice the longest pause between two polls of a server that answers. */
    private static final Duration GAP = Duration.ofSeconds(30);

    static ObservationSpan begun(Instant opened) {
        return new ObservationSpan(opened, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    }

    ObservationSpan pollStarted(Instant now) {
        boolean gap = !asked.equals(Instant.EPOCH) && asked.plus(GAP).isBefore(now);
        return gap ? new ObservationSpan(opened, now, now, asked) : new ObservationSpan(opened, since, now, before);
    }

    /** The time from then until now, without the last gap. */
    Duration watched(Instant from, Instant now) {
        Instant gap = from.isAfter(before) ? from : before;
        Duration asleep = gap.isBefore(since) ? Duration.between(gap, since) : Duration.ZERO;
        return Duration.between(from, now).minus(asleep);
    }

    /** Whether, at the last poll, the server had been polled for longer than that since that time. */
    boolean over(Instant from, Duration patience) {
        Instant watched = from.isAfter(since) ? from : since;
        return watched.plus(patience).isBefore(asked);
    }
}
