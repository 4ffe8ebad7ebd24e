package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The events of an {@link OpenCode2} as 2.0.26 sends them: each with its time, those of a session's log with their number
 * in it, without a gap, and with the directory unless they are of an execution.
 */
final class OpenCode2Events {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIRECTORY = "/home/dev/project";

    /** What is told and not kept: requests, pieces, totals. */
    private static final Set<String> PASSING = Set.of("permission", "form", "agent", "server");

    private final OpenCode2Kept kept;
    private final Consumer<String> frames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private int ids;

    /** Each event goes to {@code frames}, as it is sent. */
    OpenCode2Events(OpenCode2Kept kept, Consumer<String> frames) {
        this.kept = kept;
        this.frames = frames;
    }

    void emit(String session, String type, ObjectNode data, long created) {
        tell(session, event(session, type, data, created));
    }

    /** As a server does that is being shut down: it is kept, and the stream has ended before. */
    void keep(String session, String type, ObjectNode data, long created) {
        kept.log(session, event(session, type, data, created));
    }

    private void tell(String session, ObjectNode event) {
        if (event.has("durable")) {
            kept.log(session, event);
        }
        frames.accept("data: " + event + "\n\n");
    }

    private ObjectNode event(String session, String type, ObjectNode data, long created) {
        ids++;
        ObjectNode event = JSON.createObjectNode()
                .put("id", "evt_%08d".formatted(ids))
                .put("created", created)
                .put("type", type);
        if (isDurable(type)) {
            int number = numbers.merge(session, 1, Integer::sum) - 1;
            event.putObject("durable")
                    .put("aggregateID", session)
                    .put("seq", number)
                    .put("version", 1);
        }
        if (!type.startsWith("session.execution.") && !type.equals("session.usage.updated")) {
            event.putObject("location").put("directory", DIRECTORY);
        }
        if (type.equals("session.instructions.updated")) {
            event.putObject("metadata").putObject("instructions").put("initial", true);
        }
        return event.set("data", (JsonNode) data);
    }

    private static boolean isDurable(String type) {
        return !type.endsWith(".delta")
                && !type.equals("session.usage.updated")
                && !type.equals("session.tool.progress")
                && !PASSING.contains(type.split("\\.", 2)[0]);
    }
}
