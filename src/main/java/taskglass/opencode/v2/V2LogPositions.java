package taskglass.opencode.v2;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Tracks how far the durable log of each V2 session has been received, so that a gap in the stream can be read from
 * there. Used only by the thread that reads the stream.
 */
public final class V2LogPositions {
    /**
     * For this many sessions, the most recently active ones, a gap is read from their logs. Others are covered by a
     * listing.
     */
    private static final int SESSIONS = 20;

    private final SequencedMap<String, Long> through = new LinkedHashMap<>();

    /** Events that came from a log. The stream may send them once more. */
    private final Set<String> replayed = new HashSet<>();

    public void advance(String session, long seq) {
        through.putLast(session, Math.max(seq, through.getOrDefault(session, seq)));
        if (through.size() > SESSIONS) {
            through.pollFirstEntry();
        }
    }

    /** By session, the number of the last received event. */
    public Map<String, Long> through() {
        return Map.copyOf(through);
    }

    /** A new stream begins. */
    public void begin() {
        replayed.clear();
    }

    public void replayed(String event) {
        replayed.add(event);
    }

    /** Whether any event came from a log since this stream began. */
    public boolean anyReplayed() {
        return !replayed.isEmpty();
    }

    public boolean wasReplayed(String event) {
        return replayed.contains(event);
    }
}
