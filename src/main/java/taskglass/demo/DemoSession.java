package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The current state of one session: its wire fields, its messages, and its actor. */
final class DemoSession {
    /** A message and its parts by their ids. */
    record Message(ObjectNode info, SequencedMap<String, ObjectNode> parts) {
        Message(ObjectNode info) {
            this(info, new LinkedHashMap<>());
        }

        String id() {
            return info.path("id").asText();
        }

        ObjectNode whole() {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.set("info", info);
            whole.putArray("parts").addAll(parts.values());
            return whole;
        }
    }

    private final ObjectNode info;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, ArrayNode> changes = new HashMap<>();
    private Optional<ObjectNode> status = Optional.empty();
    private Optional<ScriptedAgent> actor = Optional.empty();
    private ArrayNode todos = JsonNodeFactory.instance.arrayNode();

    DemoSession(ObjectNode info) {
        this.info = info;
    }

    ObjectNode info() {
        return info;
    }

    String id() {
        return info.path("id").asText();
    }

    String directory() {
        return info.path("directory").asText();
    }

    Optional<String> parent() {
        return Optional.of(info.path("parentID").asText()).filter(id -> !id.isEmpty());
    }

    long updated() {
        return info.at("/time/updated").asLong();
    }

    /** The messages, oldest first. */
    List<Message> messages() {
        return messages;
    }

    /** Busy or retrying; empty while idle. */
    Optional<ObjectNode> status() {
        return status;
    }

    void status(Optional<ObjectNode> now) {
        status = now;
    }

    Optional<ScriptedAgent> actor() {
        return actor;
    }

    void actor(Optional<ScriptedAgent> now) {
        actor = now;
    }

    ArrayNode todos() {
        return todos;
    }

    void todos(ArrayNode now) {
        todos = now;
    }

    /** The files that the answer to a prompt has changed. */
    ArrayNode changes(String prompt) {
        return changes.computeIfAbsent(prompt, id -> JsonNodeFactory.instance.arrayNode());
    }
}
