package taskglass.task.status;

import java.time.Instant;
import java.util.Optional;

/**
 * How this window has seen a task.
 *
 * @param ranHere whether it was seen active since the window opened
 * @param presence whether its session is on the server
 * @param readThrough the session's {@code updated} time up to which its messages are known
 * @param lastEvent when the event stream last reported it, by this machine's clock; the epoch for never
 * @param owned the time of the newest prompt that this server itself was seen to work on, by the server's clock
 * @param lastSeen when its server last confirmed its state, if that server no longer answers
 * @param ends what is known about the end of its latest run besides its messages
 */
public record SessionPresence(
        boolean ranHere,
        Presence presence,
        Instant readThrough,
        Instant lastEvent,
        Instant owned,
        Optional<Instant> lastSeen,
        EndEvidence ends) {
    /** Whether a session is on its server. */
    public enum Presence {
        THERE,
        /** The server does not know it, and nothing said why. The cause may pass. */
        LACKING,
        /** The server reported that it was deleted. It does not come back, whatever is reported later. */
        DELETED
    }

    static final SessionPresence NEW = new SessionPresence(
            false, Presence.THERE, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Optional.empty(), EndEvidence.NONE);

    public SessionPresence running() {
        return ranHere ? this : new SessionPresence(true, presence, readThrough, lastEvent, owned, lastSeen, ends);
    }

    public SessionPresence now(Presence where) {
        return new SessionPresence(ranHere, where, readThrough, lastEvent, owned, lastSeen, ends);
    }

    boolean deleted() {
        return presence != Presence.THERE;
    }

    public SessionPresence through(Instant updated) {
        return updated.isAfter(readThrough)
                ? new SessionPresence(ranHere, presence, updated, lastEvent, owned, lastSeen, ends)
                : this;
    }

    public SessionPresence lastEvent(Instant when) {
        return when.isAfter(lastEvent)
                ? new SessionPresence(ranHere, presence, readThrough, when, owned, lastSeen, ends)
                : this;
    }

    public SessionPresence owned(Instant prompt) {
        return prompt.isAfter(owned)
                ? new SessionPresence(ranHere, presence, readThrough, lastEvent, prompt, lastSeen, ends)
                : this;
    }

    public SessionPresence with(EndEvidence now) {
        return new SessionPresence(ranHere, presence, readThrough, lastEvent, owned, lastSeen, now);
    }

    /** Notes when its server last confirmed it; empty while that server answers. */
    public SessionPresence lastSeen(Optional<Instant> at) {
        return at.equals(lastSeen)
                ? this
                : new SessionPresence(ranHere, presence, readThrough, lastEvent, owned, at, ends);
    }
}
