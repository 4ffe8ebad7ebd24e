package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.SessionWire;

/** Converts the state and result of V2 tool calls to V1 form, for messages and events alike. */
final class V2Results {
    private static final String COMPLETED = "completed";

    private static final Set<String> ENDED = Set.of(COMPLETED, "error");

    private V2Results() {}

    /** Returns the call as its answer contains it. */
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

    /** Returns a call's state, with input, output and error where V1 has them. {@code from} may be an event. */
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

    /** A finished subagent call whose subagent is still running has left it in the background. */
    private static ObjectNode delegated(String status, ObjectNode result) {
        String child = result.path("sessionID").asText();
        boolean left = status.equals(COMPLETED)
                && !child.isEmpty()
                && result.path("status").asText().equals("running");
        return left ? result.deepCopy().put("sessionId", child).put("background", true) : result;
    }

    /** July reports some failures without a text. What the model was told instead is beside them. */
    private static String failure(JsonNode from) {
        return SessionWire.text(from.at("/error/message"))
                .or(() -> SessionWire.text(from.at("/result/value")))
                .or(() -> SessionWire.text(from.at("/error/type")))
                .orElse("unknown");
    }
}
