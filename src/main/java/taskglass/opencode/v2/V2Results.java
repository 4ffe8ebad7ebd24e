package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.SessionWire;

/** How far tool calls of V2 are and what came out, in the words of V1, alike in messages and in events. */
final class V2Results {
    private static final String COMPLETED = "completed";

    private static final Set<String> ENDED = Set.of(COMPLETED, "error");

    private V2Results() {}

    /** A call as it stands in the answer that made it. */
    static ObjectNode call(String message, String session, JsonNode content) {
        JsonNode state = content.path("state");
        ObjectNode part = V2Messages.part(
                message, session, V2Messages.CALL + content.path("id").asText(), "tool");
        part.put("tool", content.path("name").asText());
        part.set("state", state(state.path("status").asText(), state));
        ObjectNode time = ((ObjectNode) part.path("state")).putObject("time");
        JsonNode ran = content.at("/time/ran");
        time.set("start", ran.isNumber() ? ran : content.at("/time/created"));
        time.set("end", content.at("/time/completed"));
        return part;
    }

    /** A call's state, with its input, output and error where V1 has them; {@code from} also carries an event's. */
    static ObjectNode state(String status, JsonNode from) {
        ObjectNode state = Http.JSON.createObjectNode().put("status", status);
        if (from.has("input")) {
            state.set("input", from.get("input"));
        }
        // July and 1.18 call it structured.
        JsonNode result = from.has("structured") ? from.path("structured") : from.path("metadata");
        if (result.isObject()) {
            state.set("metadata", delegated(status, (ObjectNode) result));
        }
        if (from.path("error").isObject()) {
            state.put("error", failure(from));
        } else if (ENDED.contains(status) || from.path("content").size() > 0) {
            state.put("output", String.join("", from.path("content").findValuesAsText("text")));
        }
        return state;
    }

    /** A subagent's call that is over while the subagent works has left it in the background. */
    private static ObjectNode delegated(String status, ObjectNode result) {
        String child = result.path("sessionID").asText();
        boolean left = status.equals(COMPLETED)
                && !child.isEmpty()
                && result.path("status").asText().equals("running");
        return left ? result.deepCopy().put("sessionId", child).put("background", true) : result;
    }

    /** July tells of some failures without a word; what the model was told instead stands beside them. */
    private static String failure(JsonNode from) {
        return SessionWire.text(from.at("/error/message"))
                .or(() -> SessionWire.text(from.at("/result/value")))
                .or(() -> SessionWire.text(from.at("/error/type")))
                .orElse("unknown");
    }
}
