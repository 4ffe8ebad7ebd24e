package taskglass.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on as the system's does, and that a test can move ahead. Safe from any thread; moved by one. */
public final class TickingClock extends Clock {
    private volatile Clock clock = Clock.systemUTC();

    public void move(Duration by) {
        clock = Clock.offset(clock, by);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
