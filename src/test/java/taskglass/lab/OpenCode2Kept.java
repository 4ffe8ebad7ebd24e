package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What an {@link OpenCode2} keeps of its sessions beside their messages: the log of events, and what waits in line. */
final class OpenCode2Kept {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ObjectNode>> logs = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> inboxes = new ConcurrentHashMap<>();

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

    void queue(String session, String id, String text) {
        ObjectNode item = JSON.createObjectNode()
                .put("id", id)
                .put("sessionID", session)
                .put("type", "user")
                .put("delivery", "queue");
        item.putObject("payload").put("text", text);
        inboxes.computeIfAbsent(session, key -> new CopyOnWriteArrayList<>()).add(item);
    }

    List<ObjectNode> inbox(String session) {
        return inboxes.getOrDefault(session, List.of());
    }

    void unqueue(String session, String id) {
        inbox(session).removeIf(item -> item.path("id").asText().equals(id));
    }
}
