package taskglass.task;

import java.time.Instant;

/**
 * How a task has been seen from this window.
 *
 * @param ranHere whether it was seen active since the window opened
 * @param deleted whether its session is gone from the server
 * @param readThrough the session's {@code updated} time up to which its messages are known
 * @param sure revision of the book at which it was last certain that no message of it had been missed
 */
record Sight(boolean ranHere, boolean deleted, Instant readThrough, long sure) {
    static final Sight NEW = new Sight(false, false, Instant.EPOCH, 0);

    Sight running() {
        return ranHere ? this : new Sight(true, deleted, readThrough, sure);
    }

    Sight gone() {
        return new Sight(ranHere, true, readThrough, sure);
    }

    Sight through(Instant updated) {
        return updated.isAfter(readThrough) ? new Sight(ranHere, deleted, updated, sure) : this;
    }

    Sight sureAt(long revision) {
        return new Sight(ranHere, deleted, readThrough, Math.max(sure, revision));
    }
}
