package taskglass.engine;

import java.time.Duration;

/**
 * How often one server may be asked. Time earns requests, more of them where more goes on; each request is paid for. What
 * is asked again and again can so never cost more than it should, whatever asks for it.
 */
final class Allowance {
    /** Requests that the time of {@link Pace#busy} earns, with one active directory: 105 a minute at the usual pace. */
    private static final double ONE_DIRECTORY = 3.5;

    /** What each further active directory earns in that time: one a second. */
    private static final double ANOTHER_DIRECTORY = 2;

    /** What the details of a task earn in that time while they are open: one a second. */
    private static final double DETAILS = 2;

    /** No more than eight a second, however much goes on. */
    private static final double MOST = 14;

    /** So many times of {@link Pace#busy} can be saved up: what comes after calm is asked at once. */
    private static final double SAVED = 2;

    private final Pace pace;
    private double earning = ONE_DIRECTORY;
    private double left = ONE_DIRECTORY * SAVED;
    private Duration counted;

    Allowance(Pace pace, Duration now) {
        this.pace = pace;
        this.counted = now;
    }

    /** So many were asked, in so many directories. A debt is never larger than what the longest pause earns. */
    void pay(Duration now, long requests, int directories, boolean details) {
        earn(now);
        earning = Math.min(
                MOST, ONE_DIRECTORY + ANOTHER_DIRECTORY * Math.max(0, directories - 1) + (details ? DETAILS : 0));
        left = Math.max(left - (double) requests, -earning * units(pace.slowest()));
    }

    /** How long to wait until there is something to pay with. */
    Duration pause(Duration now) {
        earn(now);
        return left >= 0
                ? Duration.ZERO
                : Duration.ofNanos(
                        (long) (-left / earning * (double) pace.busy().toNanos()));
    }

    private void earn(Duration now) {
        left = Math.min(left + earning * units(now.minus(counted)), earning * SAVED);
        counted = now;
    }

    private double units(Duration time) {
        return (double) time.toNanos() / (double) pace.busy().toNanos();
    }
}
