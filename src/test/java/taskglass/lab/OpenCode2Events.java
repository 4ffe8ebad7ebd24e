package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;

/** Tells the events of an {@link OpenCode2}, each in its envelope, and keeps the durable ones with their numbers. */
final class OpenCode2Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those are sent once and kept nowhere, as are all permissions, forms and shells. */
    private static final Set<String> FLEETING =
            Set.of("session.text.delta", "session.tool.input.delta", "session.tool.progress", "session.usage.updated");

    private static final Set<String> SECOND_VERSION =
            Set.of("session.instructions.updated", "session.tool.success", "session.tool.failed", "session.deleted");

    private final Consumer<String> frames;
    private long clock = System.currentTimeMillis();
    private int ids;

    OpenCode2Events(Consumer<String> frames) {
        this.frames = frames;
    }

    /** Ids ascend in the order in which they are given, as OpenCode's do. */
    String nextId() {
        ids++;
        return "%08d".formatted(ids);
    }

    long tick() {
        clock += 10;
        return clock;
    }

    /** An event about a session; returns the event's id. */
    String send(OpenCode2Session session, String type, ObjectNode data) {
        ObjectNode event = envelope(type);
        if (type.startsWith("session.") && !FLEETING.contains(type)) {
            event.putObject("durable")
                    .put("aggregateID", session.id)
                    .put("seq", session.log.size())
                    .put("version", SECOND_VERSION.contains(type) ? 2 : 1);
            session.log.add(event);
        }
        if (!type.startsWith("session.execution.") && !type.equals("session.usage.updated")) {
            event.putObject("location").put("directory", session.directory());
        }
        event.set("data", data);
        if (type.equals("session.instructions.updated")) {
            event.putObject("metadata").putObject("instructions").put("initial", true);
        }
        frames.accept("data: " + event + "\n\n");
        return event.path("id").asText();
    }

    /** An event about a directory. */
    void tellOf(String directory, String type, ObjectNode data) {
        ObjectNode event = envelope(type);
        event.putObject("location").put("directory", directory);
        event.set("data", data);
        frames.accept("data: " + event + "\n\n");
    }

    private ObjectNode envelope(String type) {
        return JSON.createObjectNode()
                .put("id", "evt_" + nextId())
                .put("created", tick())
                .put("type", type);
    }
}
