package taskglass.task;

import java.time.Instant;

/**
 * How this window has seen a task.
 *
 * @param ranHere whether it was seen active since the window opened
 * @param presence whether its session is on the server
 * @param readThrough the session's {@code updated} time up to which its messages are known
 * @param heard when the event stream last reported it, by this machine's clock; the epoch for never
 * @param owned the time of the newest prompt that this server itself was seen to work on, by the server's clock
 * @param ends what is known about the end of its latest run besides its messages
 */
record Sight(boolean ranHere, Presence presence, Instant readThrough, Instant heard, Instant owned, EndFacts ends) {
    /** Whether a session is on its server. */
    enum Presence {
        THERE,
        /** The server does not know it, and nothing said why. The cause may pass. */
        LACKING,
        /** The server reported that it was deleted. It does not come back, whatever is reported later. */
        DELETED
    }

    static final Sight NEW =
            new Sight(false, Presence.THERE, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, EndFacts.NONE);

    Sight running() {
        return ranHere ? this : new Sight(true, presence, readThrough, heard, owned, ends);
    }

    Sight now(Presence where) {
        return new Sight(ranHere, where, readThrough, heard, owned, ends);
    }

    boolean deleted() {
        return presence != Presence.THERE;
    }

    Sight through(Instant updated) {
        return updated.isAfter(readThrough) ? new Sight(ranHere, presence, updated, heard, owned, ends) : this;
    }

    Sight heard(Instant when) {
        return when.isAfter(heard) ? new Sight(ranHere, presence, readThrough, when, owned, ends) : this;
    }

    Sight owned(Instant prompt) {
        return prompt.isAfter(owned) ? new Sight(ranHere, presence, readThrough, heard, prompt, ends) : this;
    }

    Sight with(EndFacts now) {
        return new Sight(ranHere, presence, readThrough, heard, owned, now);
    }
}
