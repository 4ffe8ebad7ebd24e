package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What the event stream told of the inboxes of V2 sessions: a delivery names its item and not what that is. Used by the
 * one thread that reads the stream.
 */
final class V2Prompts {
    private static final int SESSIONS = 500;

    private static final String USER = "user";

    /** By session what waits, by id the type of the item, in the order in which it came. */
    private final Map<String, SequencedMap<String, String>> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SequencedMap<String, String>> eldest) {
            return size() > SESSIONS;
        }
    };

    /** What was delivered lately: an event may come twice. */
    private final Map<String, String> delivered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SESSIONS;
        }
    };

    /** Sessions that are at work and to which nothing has been delivered for it. */
    private final Set<String> undelivered = new HashSet<>();

    void begins(String session) {
        undelivered.add(session);
    }

    /** It works on something that has been delivered, or has ended. */
    void worksOn(String session) {
        undelivered.remove(session);
    }

    void enqueued(JsonNode data) {
        String type = data.has("item")
                ? data.at("/item/type").asText()
                : data.at("/input/type").asText();
        of(data).put(id(data), type);
    }

    /** Whether what has left the inbox was a person's prompt; empty when nobody told what it is. */
    Optional<Boolean> left(JsonNode data) {
        String id = id(data);
        Optional<String> type =
                Optional.ofNullable(of(data).remove(id)).or(() -> Optional.ofNullable(delivered.get(id)));
        type.ifPresent(known -> delivered.put(id, known));
        return type.map(USER::equals);
    }

    /** The newest prompt of a person's that waits for work which has begun, and nothing of it was delivered. */
    Optional<String> failed(String session) {
        return !undelivered.remove(session)
                ? Optional.empty()
                : waiting.getOrDefault(session, new LinkedHashMap<>()).entrySet().stream()
                        .filter(item -> item.getValue().equals(USER))
                        .map(Map.Entry::getKey)
                        .reduce((before, after) -> after);
    }

    /** The item that an event is about, as July and as 2.0.26 name it. */
    static String id(JsonNode data) {
        return SessionWire.text(data.path("inboxID"))
                .orElseGet(() -> data.path("inputID").asText());
    }

    private SequencedMap<String, String> of(JsonNode data) {
        return waiting.computeIfAbsent(V2Data.session(data), session -> new LinkedHashMap<>());
    }
}
