package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What many events and messages of an {@link OpenCode2} have in common. */
final class OpenCode2Data {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenCode2Data() {}

    /** Of an event about a session. */
    static ObjectNode of(String session) {
        return JSON.createObjectNode().put("sessionID", session);
    }

    /** Of an event about an answer in it. */
    static ObjectNode about(String session, JsonNode message) {
        return of(session).put("assistantMessageID", message.path("id").asText());
    }

    static ObjectNode model() {
        return JSON.createObjectNode().put("id", "scripted").put("providerID", "lab");
    }

    static ObjectNode error(String type, String message) {
        return JSON.createObjectNode().put("type", type).put("message", message);
    }

    /** Of work that somebody stopped. */
    static ObjectNode aborted(String message) {
        return error("aborted", message);
    }

    static ObjectNode tokens(int input, int output) {
        ObjectNode tokens = JSON.createObjectNode()
                .put("input", input)
                .put("output", output)
                .put("reasoning", 0);
        tokens.putObject("cache").put("read", 0).put("write", 0);
        return tokens;
    }

    /** What a call tells beside its output; that of a subagent keeps the id of its session. */
    static ObjectNode metadata(JsonNode part) {
        JsonNode known = part.at("/state/metadata");
        ObjectNode metadata = known.isObject() ? known.<ObjectNode>deepCopy() : JSON.createObjectNode();
        return metadata.has("status") ? metadata.put("status", "completed") : metadata.put("truncated", false);
    }

    /** What the model writes to call a tool. */
    static ObjectNode input(String tool) {
        ObjectNode input = JSON.createObjectNode();
        return switch (tool) {
            case "webfetch" -> input.put("url", "http://127.0.0.1/page").put("format", "text");
            case "subagent" ->
                input.put("agent", "general").put("description", "sub 0").put("prompt", "look for it");
            default -> input.put("command", "make").put("description", "Build it");
        };
    }
}
