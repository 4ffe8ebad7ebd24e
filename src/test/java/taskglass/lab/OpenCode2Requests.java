package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents of an {@link OpenCode2} ask a person, as it stands on the wire. */
final class OpenCode2Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenCode2Requests() {}

    /** A permission's request names the call that it is for, and brings its input. */
    static void source(OpenCode2Session session, ObjectNode request) {
        asking(session).ifPresent(call -> {
            request.set("metadata", call.getValue().at("/state/input"));
            request.set("source", named(session, call).put("type", "tool"));
        });
    }

    /** A form names the call that asks. */
    static void tool(OpenCode2Session session, ObjectNode form) {
        asking(session).ifPresent(call -> ((ObjectNode) form.path("metadata")).set("tool", named(session, call)));
    }

    private static ObjectNode named(OpenCode2Session session, Map.Entry<String, ObjectNode> call) {
        return JSON.createObjectNode()
                .put("messageID", session.step.orElseThrow().path("id").asText())
                .put("id", call.getKey());
    }

    /** The call that was made last; empty where none is at work. */
    private static Optional<Map.Entry<String, ObjectNode>> asking(OpenCode2Session session) {
        return session.calls.entrySet().stream().reduce((first, second) -> second);
    }

    static ObjectNode permission(String session, String id, String action, List<String> resources) {
        ObjectNode request = OpenCode2Data.of(session).put("id", id).put("action", action);
        resources.forEach(request.putArray("resources")::add);
        request.putArray("save").add(action.equals("shell") ? "make *" : "*");
        request.putObject("metadata").put("command", resources.getFirst());
        return request;
    }

    /** A form that sends a person somewhere else. */
    static ObjectNode external(String session, String id) {
        ObjectNode form = OpenCode2Data.of(session).put("id", id).put("title", "Sign in");
        form.putArray("fields")
                .addObject()
                .put("key", "login")
                .put("type", "external")
                .put("title", "Sign in at the tracker")
                .put("url", "https://tracker.example/login");
        return form;
    }

    /** A form of one choice, several choices and one's own words. */
    static ObjectNode form(String session, String id) {
        ObjectNode form = OpenCode2Data.of(session).put("id", id).put("title", "Release");
        form.putObject("metadata").put("kind", "question");
        ArrayNode fields = form.putArray("fields");
        ObjectNode channel =
                fields.addObject().put("key", "channel").put("type", "string").put("title", "Which channel?");
        channel.putArray("options").addObject().put("value", "s").put("label", "stable");
        ObjectNode targets = fields.addObject()
                .put("key", "targets")
                .put("type", "multiselect")
                .put("title", "Where?");
        ArrayNode options = targets.putArray("options");
        options.addObject().put("value", "l").put("label", "Linux");
        options.addObject().put("value", "m").put("label", "macOS");
        fields.addObject().put("key", "notes").put("type", "string").put("title", "Notes?");
        return form;
    }
}
