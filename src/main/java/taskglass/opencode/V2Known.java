package taskglass.opencode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import taskglass.task.SessionInfo;

/**
 * Knows which sessions of a server use its V2 API, and when those seen running last wrote something: 1.18 always lists
 * them with the time of their creation. Thread-safe.
 */
final class V2Known {
    private final V2Places places = new V2Places();
    private final Map<String, String> directories = new ConcurrentHashMap<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    /** When each session that was seen running last wrote. The most recently seen is at the end. */
    private final SequencedMap<String, Instant> wrote = new LinkedHashMap<>();

    V2Places places() {
        return places;
    }

    boolean has(String session) {
        return all.contains(session);
    }

    boolean any() {
        return !all.isEmpty();
    }

    void add(String session) {
        all.add(session);
    }

    /** Records that a session is running, or that an event showed it running. */
    synchronized void works(String session) {
        add(session);
        wrote.putLast(session, wrote.getOrDefault(session, Instant.EPOCH));
    }

    /** Returns the directory of a session as last listed, or "" if it was not listed. */
    String directory(String session) {
        return directories.getOrDefault(session, "");
    }

    void listed(SessionInfo session) {
        directories.put(session.key().session(), session.directory());
    }

    /** Returns the sessions that were running, the latest first. */
    synchronized List<String> lately() {
        return new ArrayList<>(wrote.sequencedKeySet().reversed());
    }

    /** Records the time of a session's newest message. Returns whether it is newer than before. */
    synchronized boolean wrote(String session, Instant when) {
        Instant before = wrote.getOrDefault(session, Instant.EPOCH);
        wrote.put(session, when.isAfter(before) ? when : before);
        return when.isAfter(before);
    }

    /**
     * Returns the session with the time when it last wrote as its update time, so that {@code updated} changes as it
     * does in V1.
     */
    synchronized SessionInfo dated(SessionInfo session) {
        Instant when = wrote.getOrDefault(session.key().session(), Instant.EPOCH);
        return when.isAfter(session.updated()) ? session.changed(when) : session;
    }
}
