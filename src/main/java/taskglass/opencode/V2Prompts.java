package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import taskglass.task.PromptKind;

/**
 * What the event stream told of the inboxes of V2 sessions: a delivery names its item and not what that is. Used by the
 * one thread that reads the stream.
 */
final class V2Prompts {
    private static final int SESSIONS = 500;

    private static final String USER = "user";

    /** By session what waits, by id what it is, in the order in which it came. */
    private final Map<String, SequencedMap<String, PromptKind>> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SequencedMap<String, PromptKind>> eldest) {
            return size() > SESSIONS;
        }
    };

    /** What was delivered lately: an event may come twice. */
    private final Map<String, PromptKind> delivered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PromptKind> eldest) {
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

    /** Returns what it is. */
    PromptKind enqueued(JsonNode data) {
        PromptKind kind = kind(data);
        of(data).put(id(data), kind);
        return kind;
    }

    private static JsonNode item(JsonNode data) {
        return data.has("item") ? data.path("item") : data.path("input");
    }

    /** What was prompted, as July and as 2.0.26 put it. */
    static String text(JsonNode data) {
        JsonNode item = item(data);
        return (item.has("payload") ? item.path("payload") : item.path("data"))
                .path("text")
                .asText();
    }

    /** What is no person's is put in by the server; a plugin's reminders and our own reports look like a person's. */
    private static PromptKind kind(JsonNode data) {
        PromptKind told = PromptKinds.of(Http.JSON
                .createArrayNode()
                .add(Http.JSON.createObjectNode().put("type", "text").put("text", text(data))));
        boolean user = item(data).path("type").asText().equals(USER);
        return !user ? PromptKind.SYNTHETIC : told == PromptKind.UNKNOWN ? PromptKind.PROMPT : told;
    }

    /** What has left the inbox; empty when nobody told what it is. */
    Optional<PromptKind> left(JsonNode data) {
        String id = id(data);
        Optional<PromptKind> kind =
                Optional.ofNullable(of(data).remove(id)).or(() -> Optional.ofNullable(delivered.get(id)));
        kind.ifPresent(known -> delivered.put(id, known));
        return kind;
    }

    /** The newest prompt of a person's that waits for work which has begun, and nothing of it was delivered. */
    Optional<String> failed(String session) {
        return !undelivered.remove(session)
                ? Optional.empty()
                : waiting.getOrDefault(session, new LinkedHashMap<>()).entrySet().stream()
                        .filter(item -> item.getValue() == PromptKind.PROMPT)
                        .map(Map.Entry::getKey)
                        .reduce((before, after) -> after);
    }

    /** The item that an event is about, as July and as 2.0.26 name it. */
    static String id(JsonNode data) {
        return SessionWire.text(data.path("inboxID"))
                .orElseGet(() -> data.path("inputID").asText());
    }

    private SequencedMap<String, PromptKind> of(JsonNode data) {
        return waiting.computeIfAbsent(V2Data.session(data), session -> new LinkedHashMap<>());
    }
}
