package taskglass.task;

import java.time.Instant;

/**
 * How a task has been seen from this window.
 *
 * @param ranHere whether it was seen active since the window opened
 * @param presence whether its session is on the server
 * @param readThrough the session's {@code updated} time up to which its messages are known
 * @param heard when the event stream last told of it, by our clock; the epoch for never
 * @param owned the time of the newest prompt that this server itself was seen to work on, by the server's clock
 */
record Sight(boolean ranHere, Presence presence, Instant readThrough, Instant heard, Instant owned) {
    /** Whether a session is on its server. */
    enum Presence {
        THERE,
        /** The server does not know it, and nobody said why; what it is not there for may end. */
        LACKING,
        /** The server told that it was deleted: it does not come back, whatever is told of it later. */
        DELETED
    }

    static final Sight NEW = new Sight(false, Presence.THERE, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    Sight running() {
        return ranHere ? this : new Sight(true, presence, readThrough, heard, owned);
    }

    Sight now(Presence where) {
        return new Sight(ranHere, where, readThrough, heard, owned);
    }

    boolean deleted() {
        return presence != Presence.THERE;
    }

    Sight through(Instant updated) {
        return updated.isAfter(readThrough) ? new Sight(ranHere, presence, updated, heard, owned) : this;
    }

    Sight heard(Instant when) {
        return when.isAfter(heard) ? new Sight(ranHere, presence, readThrough, when, owned) : this;
    }

    Sight owned(Instant prompt) {
        return prompt.isAfter(owned) ? new Sight(ranHere, presence, readThrough, heard, prompt) : this;
    }
}
