package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import taskglass.opencode.http.Http;

/**
 * The record that 2.0.26 appends when a session becomes idle: outcome and error. A shutdown appends none, so a record
 * applies only to the message directly before it.
 */
public final class V2Marks {
    private static final String SUCCEEDED = "succeeded";
    private static final String FAILED = "failed";
    private static final String INTERRUPTED = "interrupted";

    private V2Marks() {}

    /** Returns the record in a message; a missing node for all other messages. */
    public static JsonNode of(JsonNode message) {
        return message.path("outcome").isTextual() ? message : Http.JSON.missingNode();
    }

    /** Adds what the record says to the answer before it, unless that says it already. A missing record adds nothing. */
    public static void into(JsonNode answer, JsonNode mark) {
        ObjectNode info = (ObjectNode) answer.path("info");
        if (info.path("error").isObject()) {
            return;
        }
        JsonNode at = mark.at("/time/created");
        error(mark).ifPresent(error -> V2Messages.ended(info, at).set("error", error));
        boolean open = info.path("finish").asText(V2Messages.ASKS_FOR_TOOLS).equals(V2Messages.ASKS_FOR_TOOLS);
        if (open && mark.path("outcome").asText().equals(SUCCEEDED)) {
            V2Messages.ended(info, at).put("finish", "stop");
        }
    }

    /** Work that ended before anybody answered: its end stands for an answer, so that it is the prompt's and no other's. */
    public static Optional<JsonNode> asAnswer(JsonNode mark, String session, V2MessageOrder order) {
        return error(mark).map(error -> {
            long at = V2Data.millis(mark.at("/time/created")).asLong();
            ObjectNode info =
                    V2Messages.answer(order.of(session, mark.path("id").asText(), at), session, mark);
            V2Messages.ended(info, mark.at("/time/created")).set("error", error);
            ObjectNode whole = Http.JSON.createObjectNode();
            whole.set("info", info);
            whole.putArray("parts");
            return whole;
        });
    }

    private static Optional<ObjectNode> error(JsonNode mark) {
        return switch (mark.path("outcome").asText()) {
            case INTERRUPTED -> Optional.of(V2Messages.aborted());
            case FAILED -> Optional.of(V2Messages.error(mark.path("error")));
            default -> Optional.empty();
        };
    }
}
