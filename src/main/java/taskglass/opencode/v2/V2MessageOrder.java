package taskglass.opencode.v2;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders the messages of V2 sessions. V1's ids ascend with time, and everything behind the wire layer sorts by them. In
 * V2 a queued prompt keeps an id from the time it was sent, although it belongs after the answers before its delivery.
 * A V2 message therefore gets an id that begins with its time (decision 058). Thread-safe.
 */
public final class V2MessageOrder {
    private static final int REMEMBERED = 20_000;
    private static final char AFTER_TIME = '~';

    /**
     * The converted ids by session and the server's id. The first one is kept, because an event and a listing may
     * differ by a millisecond.
     */
    private final Map<List<String>, String> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Returns the converted id of a message that was created at that time, in epoch milliseconds. */
    public synchronized String of(String session, String id, long created) {
        return ids.computeIfAbsent(List.of(session, id), key -> place(id, created));
    }

    /** Returns the converted id of a message that was reported before. */
    public synchronized Optional<String> known(String session, String id) {
        return Optional.ofNullable(ids.get(List.of(session, id)));
    }

    /** Returns the ids of the session's known messages from that one on. */
    synchronized List<String> from(String session, String first) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(session))
                .map(Map.Entry::getValue)
                .filter(place -> place.compareTo(first) >= 0)
                .toList();
    }

    /** Returns an id for a prompt that has not been delivered and may never be: its position is not final. */
    static String place(String id, long created) {
        return HexFormat.of().toHexDigits(Math.max(0, created), 12) + AFTER_TIME + id;
    }

    /** Returns the server's own id. */
    public static String server(String id) {
        return id.substring(id.indexOf(AFTER_TIME) + 1);
    }
}
