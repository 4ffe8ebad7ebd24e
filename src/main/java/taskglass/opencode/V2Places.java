package taskglass.opencode;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the messages of V2 sessions stand among each other. V1's ids ascend with time, and all behind the wire sorts by
 * them; of V2 a queued prompt keeps the id of the time at which it was sent, and stands after the answers that came
 * before its delivery. A V2 message is therefore told by an id that begins with its time (decision 058). Safe from any
 * thread.
 */
final class V2Places {
    private static final int REMEMBERED = 20_000;
    private static final char AFTER_TIME = '~';

    /** By session and the server's id: as it was first told, for an event and a listing may differ by a millisecond. */
    private final Map<List<String>, String> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The id by which a message that was created at that time, in epoch milliseconds, is told. */
    synchronized String of(String session, String id, long created) {
        return told.computeIfAbsent(List.of(session, id), key -> place(id, created));
    }

    /** The same where the message was told before. */
    synchronized Optional<String> known(String session, String id) {
        return Optional.ofNullable(told.get(List.of(session, id)));
    }

    /** All of the session's from that one on, as they were told. */
    synchronized List<String> from(String session, String first) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(session))
                .map(Map.Entry::getValue)
                .filter(place -> place.compareTo(first) >= 0)
                .toList();
    }

    /** What is told of a prompt that has not been delivered and may never be: its place is not settled. */
    static String place(String id, long created) {
        return HexFormat.of().toHexDigits(Math.max(0, created), 12) + AFTER_TIME + id;
    }

    /** The server's own id. */
    static String server(String told) {
        return told.substring(told.indexOf(AFTER_TIME) + 1);
    }
}
