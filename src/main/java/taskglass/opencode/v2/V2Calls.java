package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.SessionWire;

/**
 * Converts tool calls in V2's events to V1 parts. The beginning of a call is remembered, because its end repeats
 * neither tool nor input. Used only by the thread that reads the stream.
 */
final class V2Calls {
    private static final int REMEMBERED = 5000;

    /** Keyed by session, message and call. */
    private final Map<List<String>, JsonNode> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, JsonNode> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The model begins to write a call's input. In 2.x only this event names the tool. */
    void named(JsonNode data) {
        begun.put(
                id(data),
                Http.JSON.createObjectNode().put("tool", data.path("name").asText()));
    }

    /** @param place the converted id of its message */
    ObjectNode started(JsonNode data, String place) {
        String named = Optional.ofNullable(begun.get(id(data)))
                .map(known -> known.path("tool").asText())
                .orElse("");
        ObjectNode known = Http.JSON
                .createObjectNode()
                .put("tool", SessionWire.text(data.path("tool")).orElse(named));
        known.set("input", data.path("input"));
        known.put("place", place).set("start", V2Data.at(data));
        begun.put(id(data), known);
        return part(data, known, "running");
    }

    /** Returns the running call. Empty for a call whose beginning was not received: its message will be read. */
    Optional<ObjectNode> goesOn(JsonNode data) {
        return Optional.ofNullable(begun.get(id(data))).map(known -> part(data, known, "running"));
    }

    /** Like {@link #goesOn}, with the {@code status} in which the call ended. */
    Optional<ObjectNode> ended(JsonNode data, String status) {
        return Optional.ofNullable(begun.remove(id(data))).map(known -> {
            ObjectNode part = part(data, known, status);
            ((ObjectNode) part.at("/state/time")).set("end", V2Data.at(data));
            return part;
        });
    }

    private static ObjectNode part(JsonNode data, JsonNode known, String status) {
        String id = V2Messages.CALL + V2Data.call(data);
        ObjectNode part = V2Messages.part(known.path("place").asText(), V2Data.session(data), id, "tool");
        part.put("tool", known.path("tool").asText());
        ObjectNode state = V2Results.state(status, data);
        state.set("input", known.path("input"));
        state.putObject("time").set("start", known.path("start"));
        part.set("state", state);
        return part;
    }

    private static List<String> id(JsonNode data) {
        return List.of(V2Data.session(data), V2Data.message(data), V2Data.call(data));
    }
}
