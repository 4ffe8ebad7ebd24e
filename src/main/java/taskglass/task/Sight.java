package taskglass.task;

import java.time.Instant;

/**
 * How a task has been seen from this window.
 *
 * @param ranHere whether it was seen active since the window opened
 * @param deleted whether its session is gone from the server
 * @param readThrough the session's {@code updated} time up to which its messages are known
 */
record Sight(boolean ranHere, boolean deleted, Instant readThrough) {
    static final Sight NEW = new Sight(false, false, Instant.EPOCH);

    Sight running() {
        return ranHere ? this : new Sight(true, deleted, readThrough);
    }

    Sight gone() {
        return new Sight(ranHere, true, readThrough);
    }

    Sight through(Instant updated) {
        return updated.isAfter(readThrough) ? new Sight(ranHere, deleted, updated) : this;
    }
}
