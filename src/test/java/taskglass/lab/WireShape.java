package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of what a V2 server says, without their values: two servers that speak alike have the same. */
final class WireShape {
    /** What is in there is the tool's, the form's or the model's own. */
    private static final Set<String> OPAQUE =
            Set.of("input", "metadata", "delta", "answer", "fields", "files", "model", "resources", "save", "state");

    /** A tool's shell, and how far a tool is: when they come hangs on the machine. */
    private static final Set<String> ANY_TIME =
            Set.of("shell.created", "shell.exited", "shell.deleted", "session.tool.progress");

    private static final Set<String> PIECES = Set.of("session.text.delta", "session.tool.input.delta");

    private WireShape() {}

    /** By session, in the order in which they began, its events with their fields, as far as they do not hang on time. */
    static List<List<String>> ofEvents(List<JsonNode> events) {
        Map<String, List<String>> bySession = new LinkedHashMap<>();
        Map<String, String> before = new LinkedHashMap<>();
        for (JsonNode event : events) {
            String type = event.path("type").asText();
            String session = session(event);
            if (!session.isEmpty() && !ANY_TIME.contains(type)) {
                String last = before.getOrDefault(session, "");
                before.put(session, type);
                if (!isRepeated(type, last)) {
                    bySession.computeIfAbsent(session, id -> new ArrayList<>()).add(type + " " + of(event));
                }
            }
        }
        return List.copyOf(bySession.values());
    }

    /** How many pieces a text has is chance; and July's model for titles, which 2.0.26 asks for untitled sessions only, is paid for. */
    private static boolean isRepeated(String type, String last) {
        return (PIECES.contains(type) && last.equals(type))
                || (type.equals("session.usage.updated") && !last.startsWith("session.step."));
    }

    private static String session(JsonNode event) {
        JsonNode form = event.at("/data/form/sessionID");
        return (form.isMissingNode() ? event.at("/data/sessionID") : form).asText();
    }

    /** Its fields and theirs; of a list, what differs in it. */
    static String of(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(WireShape::of).distinct().collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isObject()
                ? node.propertyStream()
                        .map(field -> field.getKey() + (OPAQUE.contains(field.getKey()) ? "" : of(field.getValue())))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"))
                : "";
    }
}
