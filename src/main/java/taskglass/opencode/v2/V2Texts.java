package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.SessionWire;
import taskglass.opencode.wire.V1Event;

/** Converts texts and thoughts in V2's events, while they are written, to V1 parts. */
final class V2Texts {
    private V2Texts() {}

    static V1Event begun(JsonNode data, String place, String kind, String type) {
        ObjectNode part = part(data, place, kind, type).put("text", "");
        part.putObject("time").set("start", V2Data.at(data));
        return V1Event.part(part);
    }

    static V1Event written(JsonNode data, String place, String kind, String type) {
        ObjectNode part = part(data, place, kind, type);
        part.set("text", data.path("text"));
        part.putObject("time").set("end", V2Data.at(data));
        return V1Event.part(part);
    }

    private static ObjectNode part(JsonNode data, String place, String kind, String type) {
        return V2Messages.part(place, V2Data.session(data), kind + textId(data, type), type);
    }

    static V1Event piece(JsonNode data, String place, String kind, String type) {
        ObjectNode properties = Http.JSON
                .createObjectNode()
                .put("sessionID", V2Data.session(data))
                .put("messageID", place)
                .put("partID", kind + textId(data, type))
                .put("field", "text");
        properties.set("delta", data.path("delta"));
        return new V1Event("message.part.delta", properties);
    }

    /** 1.18 names its texts, 2.x numbers them. */
    private static String textId(JsonNode data, String type) {
        return SessionWire.text(data.path(type + "ID"))
                .orElseGet(() -> data.path("ordinal").asText());
    }
}
