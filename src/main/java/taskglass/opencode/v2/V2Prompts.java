package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.PromptKinds;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.run.PromptKind;

/**
 * Remembers what the event stream reported about the inboxes of V2 sessions. A delivery contains only the id of its
 * item and not what the item is. Used only by the thread that reads the stream.
 */
final class V2Prompts {
    private static final int SESSIONS = 500;

    private static final String USER = "user";

    /** The queued items by session, then the kind by id, in the order of arrival. */
    private final Map<String, SequencedMap<String, PromptKind>> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SequencedMap<String, PromptKind>> eldest) {
            return size() > SESSIONS;
        }
    };

    /** Recently delivered items: an event may come twice. */
    private final Map<String, PromptKind> delivered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PromptKind> eldest) {
            return size() > SESSIONS;
        }
    };

    /** Running sessions to which nothing has been delivered in this execution. */
    private final Set<String> undelivered = new HashSet<>();

    void begins(String session) {
        undelivered.add(session);
    }

    /** The session works on something that has been delivered, or has ended. */
    void worksOn(String session) {
        undelivered.remove(session);
    }

    /** Records an item. Returns its kind. */
    PromptKind enqueued(JsonNode data) {
        PromptKind kind = kind(data);
        of(data).put(id(data), kind);
        return kind;
    }

    private static JsonNode item(JsonNode data) {
        return data.has("item") ? data.path("item") : data.path("input");
    }

    /** Returns the text of a prompt, in the form of July or of 2.0.26. */
    static String text(JsonNode data) {
        JsonNode item = item(data);
        return (item.has("payload") ? item.path("payload") : item.path("data"))
                .path("text")
                .asText();
    }

    /**
     * Items not of the user's type were added by the server. A plugin's reminders and Taskglass's own reports look like
     * the user's.
     */
    private static PromptKind kind(JsonNode data) {
        PromptKind hint = PromptKinds.of(Http.JSON
                .createArrayNode()
                .add(Http.JSON.createObjectNode().put("type", "text").put("text", text(data))));
        boolean user = item(data).path("type").asText().equals(USER);
        return !user ? PromptKind.SYNTHETIC : hint == PromptKind.UNKNOWN ? PromptKind.PROMPT : hint;
    }

    /** Returns the kind of an item that has left the inbox. Empty if its kind was never reported. */
    Optional<PromptKind> left(JsonNode data) {
        String id = id(data);
        Optional<PromptKind> kind =
                Optional.ofNullable(of(data).remove(id)).or(() -> Optional.ofNullable(delivered.get(id)));
        kind.ifPresent(known -> delivered.put(id, known));
        return kind;
    }

    /** Returns the user's newest queued prompt, if an execution has begun and nothing was delivered to it. */
    Optional<String> failed(String session) {
        return !undelivered.remove(session)
                ? Optional.empty()
                : waiting.getOrDefault(session, new LinkedHashMap<>()).entrySet().stream()
                        .filter(item -> item.getValue() == PromptKind.PROMPT)
                        .map(Map.Entry::getKey)
                        .reduce((before, after) -> after);
    }

    /** Returns the item that an event is about, in the form of July or of 2.0.26. */
    static String id(JsonNode data) {
        return SessionWire.text(data.path("inboxID"))
                .orElseGet(() -> data.path("inputID").asText());
    }

    private SequencedMap<String, PromptKind> of(JsonNode data) {
        return waiting.computeIfAbsent(V2Data.session(data), session -> new LinkedHashMap<>());
    }
}
