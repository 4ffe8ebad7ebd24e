package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What an {@link OpenCode2} keeps of its sessions: messages, the log of events, and what waits in line. */
final class OpenCode2Kept {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ObjectNode>> logs = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> inboxes = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> messages = new ConcurrentHashMap<>();

    void log(String session, ObjectNode event) {
        logs.computeIfAbsent(session, id -> new CopyOnWriteArrayList<>()).add(event);
    }

    /** The session's events after that number as a stream that ends, with a mark at its end. */
    String logAfter(String session, long seq) {
        String mark = JSON.createObjectNode()
                .put("type", "log.synced")
                .put("aggregateID", session)
                .toString();
        return logs.getOrDefault(session, List.of()).stream()
                        .filter(event -> event.at("/durable/seq").asLong() > seq)
                        .map(event -> "data: " + event + "\n\n")
                        .collect(Collectors.joining())
                + "data: " + mark + "\n\n";
    }

    ObjectNode queue(String session, String id, long time, ObjectNode item) {
        ObjectNode waiting = JSON.createObjectNode().put("id", id).put("sessionID", session);
        waiting.putObject("time").put("created", time);
        waiting.setAll(item);
        inboxes.computeIfAbsent(session, key -> new CopyOnWriteArrayList<>()).add(waiting);
        return waiting;
    }

    List<ObjectNode> inbox(String session) {
        return inboxes.getOrDefault(session, List.of());
    }

    Optional<ObjectNode> unqueue(String session, String id) {
        Optional<ObjectNode> item = inbox(session).stream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst();
        item.ifPresent(inbox(session)::remove);
        return item;
    }

    List<ObjectNode> messages(String session) {
        return messages.getOrDefault(session, List.of());
    }

    ObjectNode message(String session, String id, String type, long time) {
        ObjectNode message = JSON.createObjectNode().put("id", id).put("type", type);
        message.putObject("time").put("created", time);
        messages.computeIfAbsent(session, key -> new ArrayList<>()).add(message);
        return message;
    }

    ObjectNode find(String session, String message) {
        return messages(session).stream()
                .filter(one -> one.path("id").asText().equals(message))
                .findFirst()
                .orElseThrow();
    }

    /** The newest answer, if it is open. */
    Optional<ObjectNode> openAnswer(String session) {
        return messages(session).reversed().stream()
                .filter(one -> one.path("type").asText().equals("assistant"))
                .findFirst()
                .filter(one -> !one.at("/time/completed").isNumber());
    }

    ArrayNode content(String session, String message) {
        return (ArrayNode) find(session, message).path("content");
    }

    Optional<JsonNode> call(String session, String message, String call) {
        return content(session, message)
                .valueStream()
                .filter(part -> part.path("id").asText().equals(call))
                .findFirst();
    }
}
