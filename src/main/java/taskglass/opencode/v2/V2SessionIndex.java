package taskglass.opencode.v2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.ReportedEnd;

/**
 * Knows which sessions of a server use its V2 API, and when those seen running last wrote something: 1.18 always lists
 * them with the time of their creation. Thread-safe.
 */
public final class V2SessionIndex {
    private final V2MessageOrder order = new V2MessageOrder();
    private final Map<String, String> directories = new ConcurrentHashMap<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    /** When each session that was seen running last wrote. The most recently seen is at the end. */
    private final SequencedMap<String, Instant> wrote = new LinkedHashMap<>();

    public V2MessageOrder places() {
        return order;
    }

    public boolean has(String session) {
        return all.contains(session);
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public void add(String session) {
        all.add(session);
    }

    /** Records that a session is running, or that an event showed it running. */
    public synchronized void works(String session) {
        add(session);
        wrote.putLast(session, wrote.getOrDefault(session, Instant.EPOCH));
    }

    /** Returns the directory of a session as last listed, or "" if it was not listed. */
    public String directory(String session) {
        return directories.getOrDefault(session, "");
    }

    public void listed(SessionInfo session) {
        directories.put(session.key().session(), session.directory());
    }

    /** Returns the sessions that were running, the latest first. */
    public synchronized List<String> lately() {
        return new ArrayList<>(wrote.sequencedKeySet().reversed());
    }

    /** Records the time of a session's newest message. Returns whether it is newer than before. */
    public synchronized boolean wrote(String session, Instant when) {
        Instant before = wrote.getOrDefault(session, Instant.EPOCH);
        wrote.put(session, when.isAfter(before) ? when : before);
        return when.isAfter(before);
    }

    /**
     * Returns the session with the time when it last wrote or came to rest as its update time, so that {@code updated} changes as it
     * does in V1.
     */
    public synchronized SessionInfo dated(SessionInfo session) {
        Instant when = wrote.getOrDefault(session.key().session(), Instant.EPOCH);
        Instant rested = session.times().rest().map(ReportedEnd::since).orElse(Instant.EPOCH);
        Instant last = rested.isAfter(when) ? rested : when;
        return last.isAfter(session.updated()) ? session.changed(last) : session;
    }
}
