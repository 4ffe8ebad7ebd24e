package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import taskglass.opencode.wire.SessionWire;

/** Reads what the data of all V2 events have in common, in the form of 1.18 and of 2.x. */
public final class V2Data {
    private V2Data() {}

    /** Returns the data with its time in it. 2.x puts the time around the data. */
    static JsonNode dated(JsonNode data, JsonNode around) {
        boolean bare = data.isObject() && !data.has("timestamp") && around.has("created");
        return bare ? data.<ObjectNode>deepCopy().set("timestamp", around.get("created")) : data;
    }

    /** Returns the session that an event is about, or "" if there is none. For a form it is inside the form. */
    public static String session(JsonNode data) {
        JsonNode form = data.at("/form/sessionID");
        return (form.isMissingNode() ? data.path("sessionID") : form).asText();
    }

    static String message(JsonNode data) {
        return data.path("assistantMessageID").asText();
    }

    /** Returns the model's name for a call. July and 1.18 use a different field for it than 2.0.26. */
    static String call(JsonNode data) {
        return SessionWire.text(data.path("callID"))
                .orElseGet(() -> data.path("id").asText());
    }

    /** Returns when it happened, in epoch milliseconds. */
    static NumericNode at(JsonNode data) {
        return millis(data.path("timestamp"));
    }

    /**
     * Reads epoch milliseconds, as on {@code /api/event}, or ISO text, as on {@code /global/event}. Returns 0 for
     * anything else.
     */
    public static NumericNode millis(JsonNode time) {
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
