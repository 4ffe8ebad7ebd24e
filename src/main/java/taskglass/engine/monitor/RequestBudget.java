package taskglass.engine.monitor;

import java.time.Duration;
import taskglass.engine.inbox.Timing;

/**
 * Limits how often one server is asked. The allowance grows with time, faster when more is going on, and each request
 * uses some of it. Repeated requests therefore never exceed the limit, whatever causes them.
 */
final class RequestBudget {
    /** Requests earned per {@link Timing#busy} with one active directory: 105 a minute at the usual pace. */
    private static final double ONE_DIRECTORY = 3.5;

    /** Requests earned in that time for each further active directory: one a second. */
    private static final double ANOTHER_DIRECTORY = 2;

    /** Requests earned in that time while the details of a task are open: one a second. */
    private static final double DETAILS = 2;

    /** The upper limit in that time, however much is going on: seven a second. */
    private static final double MOST = 14;

    /**
     * How many periods of {@link Timing#busy} can be saved up, so that the first requests after a quiet time are sent at
     * once.
     */
    private static final double SAVED = 2;

    private final Timing timing;
    private double earning = ONE_DIRECTORY;
    private double left = ONE_DIRECTORY * SAVED;
    private Duration counted;

    RequestBudget(Timing timing, Duration now) {
        this.timing = timing;
        this.counted = now;
    }

    /** Charges for requests to a number of directories. The debt never exceeds what the longest pause earns. */
    void pay(Duration now, long requests, int directories, boolean details) {
        earn(now);
        earning = Math.min(
                MOST, ONE_DIRECTORY + ANOTHER_DIRECTORY * Math.max(0, directories - 1) + (details ? DETAILS : 0));
        left = Math.max(left - (double) requests, -earning * units(timing.slowest()));
    }

    /** Returns how long to wait until the allowance is no longer in debt. */
    Duration pause(Duration now) {
        earn(now);
        return left >= 0
                ? Duration.ZERO
                : Duration.ofNanos(
                        (long) (-left / earning * (double) timing.busy().toNanos()));
    }

    private void earn(Duration now) {
        left = Math.min(left + earning * units(now.minus(counted)), earning * SAVED);
        counted = now;
    }

    private double units(Duration time) {
        return (double) time.toNanos() / (double) timing.busy().toNanos();
    }
}
