package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an {@link OpenCode2} keeps of one session. Its agents guard it. */
final class OpenCode2Session {
    private static final ObjectMapper JSON = new ObjectMapper();

    final String id;

    /** As the list of sessions shows it. */
    final ObjectNode info;

    /** In their order, oldest first. */
    final List<ObjectNode> messages = new ArrayList<>();

    /** What was admitted and not yet delivered. */
    final List<ObjectNode> inbox = new ArrayList<>();

    /** The durable events; the n-th has the number n. */
    final List<ObjectNode> log = new ArrayList<>();

    /** The calls of the open answer that have not ended, by id. */
    final Map<String, ObjectNode> calls = new LinkedHashMap<>();

    boolean active;

    /** How many answers have been paid for. */
    int steps;

    /** Whether the model was told its instructions, which happens once. */
    boolean instructed;

    /** The answer that is being worked on; empty between two, and while a retry is waited for. */
    Optional<ObjectNode> step = Optional.empty();

    /** Whether the answer's body still comes. */
    boolean bodyOpen;

    /** The text that has been begun and not ended. */
    Optional<ObjectNode> text = Optional.empty();

    OpenCode2Session(String id, ObjectNode info) {
        this.id = id;
        this.info = info;
    }

    String directory() {
        return info.at("/location/directory").asText();
    }

    ObjectNode message(String message) {
        return messages.stream()
                .filter(one -> one.path("id").asText().equals(message))
                .findFirst()
                .orElseThrow();
    }

    ArrayNode content(String message) {
        return (ArrayNode) message(message).path("content");
    }

    /** The events after that number as a stream that ends, with a mark at its end; no event has its location here. */
    String logAfter(int seq) {
        StringBuilder frames = new StringBuilder();
        for (ObjectNode event : log.subList(Math.min(seq + 1, log.size()), log.size())) {
            ObjectNode copy = event.deepCopy();
            copy.remove("location");
            frames.append("data: ").append(copy).append("\n\n");
        }
        ObjectNode mark = JSON.createObjectNode()
                .put("type", "log.synced")
                .put("aggregateID", id)
                .put("seq", log.size() - 1);
        return frames.append("data: ").append(mark).append("\n\n").toString();
    }
}
