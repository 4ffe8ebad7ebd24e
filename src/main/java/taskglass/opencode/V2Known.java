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
import taskglass.task.SessionInfo.Rest;

/**
 * Which sessions of a server live behind its V2 API, and when those that were seen to work last wrote something: 1.18
 * lists them with the time of their creation for ever. Safe from any thread.
 */
final class V2Known {
    private final V2Places places = new V2Places();
    private final Map<String, String> directories = new ConcurrentHashMap<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    /** When each that was seen to work wrote last, the one that was seen last at the end. */
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

    /** It works, or was heard to. */
    synchronized void works(String session) {
        add(session);
        wrote.putLast(session, wrote.getOrDefault(session, Instant.EPOCH));
    }

    /** The directory of a session, as it was last listed; "" where it was not. */
    String directory(String session) {
        return directories.getOrDefault(session, "");
    }

    void listed(SessionInfo session) {
        directories.put(session.key().session(), session.directory());
    }

    /** Those that worked, the last first. */
    synchronized List<String> lately() {
        return new ArrayList<>(wrote.sequencedKeySet().reversed());
    }

    /** Takes note of the time of a session's newest message; whether that is news. */
    synchronized boolean wrote(String session, Instant when) {
        Instant before = wrote.getOrDefault(session, Instant.EPOCH);
        wrote.put(session, when.isAfter(before) ? when : before);
        return when.isAfter(before);
    }

    /** The session as updated when it last wrote or came to rest, so that {@code updated} moves here as it does with V1. */
    synchronized SessionInfo dated(SessionInfo session) {
        Instant when = wrote.getOrDefault(session.key().session(), Instant.EPOCH);
        Instant rested = session.times().rest().map(Rest::since).orElse(Instant.EPOCH);
        Instant last = rested.isAfter(when) ? rested : when;
        return last.isAfter(session.updated()) ? session.changed(last) : session;
    }
}
