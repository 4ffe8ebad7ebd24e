package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** What the data of all V2 events have in common, in 1.18's form and in 2.x's. */
final class V2Data {
    private V2Data() {}

    /** The data with its time in it; 2.x has that around it. */
    static JsonNode dated(JsonNode data, JsonNode around) {
        boolean bare = data.isObject() && !data.has("timestamp") && around.has("created");
        return bare ? data.<ObjectNode>deepCopy().set("timestamp", around.get("created")) : data;
    }

    /** The session that an event is about, "" for none; a form's stands in the form. */
    static String session(JsonNode data) {
        JsonNode form = data.at("/form/sessionID");
        return (form.isMissingNode() ? data.path("sessionID") : form).asText();
    }

    static String message(JsonNode data) {
        return data.path("assistantMessageID").asText();
    }

    /** The model's name for a call: July and 1.18 have another word for it than 2.0.26 has. */
    static String call(JsonNode data) {
        return SessionWire.text(data.path("callID"))
                .orElseGet(() -> data.path("id").asText());
    }

    /** When it happened, in epoch milliseconds. */
    static NumericNode at(JsonNode data) {
        return millis(data.path("timestamp"));
    }

    /** Epoch milliseconds on {@code /api/event}, ISO text on {@code /global/event}; 0 for neither. */
    static NumericNode millis(JsonNode time) {
        try {
            long millis = time.isNumber()
                    ? time.asLong()
                    : Instant.parse(time.asText()).toEpochMilli();
            return JsonNodeFactory.instance.numberNode(millis);
        } catch (DateTimeParseException noTime) {
            return JsonNodeFactory.instance.numberNode(0L);
        }
    }
}
