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
    static ObjectNode about(String session, String message) {
        return of(session).put("assistantMessageID", message);
    }

    static ObjectNode model() {
        return JSON.createObjectNode().put("id", "scripted").put("providerID", "lab");
    }

    static ObjectNode error(String type, String message) {
        return JSON.createObjectNode().put("type", type).put("message", message);
    }

    static ObjectNode tokens() {
        ObjectNode tokens =
                JSON.createObjectNode().put("input", 100).put("output", 10).put("reasoning", 0);
        tokens.putObject("cache").put("read", 0).put("write", 0);
        return tokens;
    }

    /** Flat, as 2.0.26 tells it. */
    static ObjectNode created(JsonNode session) {
        ObjectNode data = of(session.path("id").asText()).put("projectID", "project");
        data.set("location", session.path("location"));
        data.put("subpath", "").put("slug", "calm-meadow");
        for (String same : new String[] {"title", "parentID", "agent"}) {
            if (session.has(same)) {
                data.set(same, session.path(same));
            }
        }
        return data.put("version", OpenCode2.VERSION);
    }

    static ObjectNode user(String text, String delivery) {
        return item("user", text).put("delivery", delivery);
    }

    static ObjectNode item(String type, String text) {
        ObjectNode item = JSON.createObjectNode().put("type", type);
        item.putObject("payload").put("text", text);
        return item.put("delivery", "steer");
    }
}
