package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What many events of an {@link OpenCode2} have in common. */
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
}
