package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events of the V2 API, told in the words of V1: those of 1.18, which calls them {@code session.next.…} and knows no
 * outcomes, and those of 2.x. Used by the one thread that reads the stream.
 */
final class V2Events {
    private static final String EARLY = "session.next.";

    private final V2Calls calls = new V2Calls();

    /** 2.x's name for it; V1's own types stay as they are. */
    static String name(String type) {
        return type.startsWith(EARLY) ? "session." + type.substring(EARLY.length()) : type;
    }

    /** Whether it is a piece of something that is being written, many of them a second. */
    static boolean isPiece(String type) {
        return switch (name(type)) {
            case "session.text.delta", "session.reasoning.delta", "session.tool.input.delta" -> true;
            default -> false;
        };
    }

    /** Whether it comes from a V2 session and tells something of it. */
    static boolean tells(String type) {
        return switch (name(type)) {
            case "session.input.promoted",
                    "session.prompted",
                    "session.step.started",
                    "session.step.ended",
                    "session.step.failed",
                    "session.text.started",
                    "session.text.ended",
                    "session.reasoning.started",
                    "session.reasoning.ended",
                    "session.tool.input.started",
                    "session.tool.called",
                    "session.tool.progress",
                    "session.tool.success",
                    "session.tool.failed",
                    "session.retried",
                    "session.retry.scheduled",
                    "session.execution.started",
                    "session.execution.succeeded",
                    "session.execution.failed",
                    "session.execution.interrupted",
                    "permission.v2.asked",
                    "permission.v2.replied",
                    "question.v2.asked",
                    "question.v2.replied",
                    "question.v2.rejected",
                    "form.created",
                    "form.replied",
                    "form.cancelled" -> true;
            default -> false;
        };
    }

    /**
     * The same told as V1 tells it, in order.
     *
     * @param told the event's data; its time is in there, or in 2.x around it
     */
    List<V1Event> asV1(String type, JsonNode told, JsonNode around) {
        JsonNode data = V2Data.dated(told, around);
        String session = V2Data.session(data);
        return switch (name(type)) {
            case "session.prompted", "session.input.promoted" ->
                List.of(V1Event.message(prompt(data)), V1Event.busy(session));
            case "session.step.started" -> List.of(V1Event.message(step(data, "created")), V1Event.busy(session));
            case "session.step.ended" -> ended(data);
            case "session.step.failed" -> List.of(V1Event.message(step(data, "completed")), V1Event.idle(session));
            case "session.text.started" -> List.of(begun(data, V2Messages.TEXT, "text"));
            case "session.text.ended" -> List.of(written(data, V2Messages.TEXT, "text"));
            case "session.text.delta" -> List.of(piece(data, V2Messages.TEXT, "text"));
            case "session.reasoning.started" -> List.of(begun(data, V2Messages.THOUGHT, "reasoning"));
            case "session.reasoning.ended" -> List.of(written(data, V2Messages.THOUGHT, "reasoning"));
            case "session.reasoning.delta" -> List.of(piece(data, V2Messages.THOUGHT, "reasoning"));
            case "session.retried", "session.retry.scheduled" -> List.of(V1Event.status(session, retry(data)));
            case "session.execution.started" -> List.of(V1Event.busy(session));
            case "session.execution.succeeded" -> List.of(V1Event.idle(session));
            case "session.execution.failed" ->
                List.of(V1Event.error(session, V2Messages.error(data.path("error"))), V1Event.idle(session));
            case "session.execution.interrupted" ->
                List.of(V1Event.error(session, V2Messages.aborted()), V1Event.idle(session));
            case "permission.v2.asked" -> List.of(new V1Event("permission.asked", V2Asks.permission(data)));
            case "question.v2.asked" -> List.of(new V1Event("question.asked", data));
            case "form.created" -> List.of(new V1Event("question.asked", V2Asks.form(data)));
            case "permission.v2.replied",
                    "question.v2.replied",
                    "question.v2.rejected",
                    "form.replied",
                    "form.cancelled" -> List.of(new V1Event("permission.replied", V2Asks.replied(data)));
            default -> ofCall(name(type), data);
        };
    }

    private List<V1Event> ofCall(String type, JsonNode data) {
        Optional<ObjectNode> part = switch (type) {
            case "session.tool.called" -> Optional.of(calls.called(data));
            case "session.tool.progress" -> calls.goesOn(data);
            case "session.tool.success" -> calls.ended(data, "completed");
            case "session.tool.failed" -> calls.ended(data, "error");
            default -> Optional.empty();
        };
        if (type.equals("session.tool.input.started")) {
            calls.named(data);
        }
        List<V1Event> events = new ArrayList<>();
        part.map(V1Event::part).ifPresent(events::add);
        if (data.at("/error/message").asText().equals(V2Messages.INTERRUPTED)) {
            events.add(V1Event.message(stopped(data)));
            events.add(V1Event.idle(V2Data.session(data)));
        }
        return events;
    }

    private static ObjectNode prompt(JsonNode data) {
        String id = SessionWire.text(data.path("messageID"))
                .orElseGet(() -> data.path("inputID").asText());
        ObjectNode info = Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("sessionID", V2Data.session(data))
                .put("role", "user")
                .put(MessageWire.BY_A_PERSON, true);
        info.putObject("time").set("created", V2Data.at(data));
        return info;
    }

    private static ObjectNode step(JsonNode data, String when) {
        ObjectNode info = V2Messages.answer(V2Data.message(data), V2Data.session(data), data);
        info.putObject("time").set(when, V2Data.at(data));
        return info;
    }

    /** A step that asked for tools is followed by another; any other is the last, unless somebody prompts again. */
    private static List<V1Event> ended(JsonNode data) {
        V1Event message = V1Event.message(step(data, "completed"));
        boolean last = !data.path("finish").asText().equals("tool-calls");
        return last ? List.of(message, V1Event.idle(V2Data.session(data))) : List.of(message);
    }

    /** The step whose call was stopped: nothing else tells that the run was. */
    private static ObjectNode stopped(JsonNode data) {
        JsonNode nothing = Http.JSON.createObjectNode();
        ObjectNode info = V2Messages.answer(V2Data.message(data), V2Data.session(data), nothing);
        V2Messages.stopped(info, V2Data.at(data));
        return info;
    }

    private static V1Event begun(JsonNode data, String kind, String type) {
        ObjectNode part = part(data, kind, type).put("text", "");
        part.putObject("time").set("start", V2Data.at(data));
        return V1Event.part(part);
    }

    private static V1Event written(JsonNode data, String kind, String type) {
        ObjectNode part = part(data, kind, type);
        part.set("text", data.path("text"));
        part.putObject("time").set("end", V2Data.at(data));
        return V1Event.part(part);
    }

    private static ObjectNode part(JsonNode data, String kind, String type) {
        return V2Messages.part(V2Data.message(data), V2Data.session(data), kind + textId(data, type), type);
    }

    private static V1Event piece(JsonNode data, String kind, String type) {
        ObjectNode properties = Http.JSON
                .createObjectNode()
                .put("sessionID", V2Data.session(data))
                .put("messageID", V2Data.message(data))
                .put("partID", kind + textId(data, type))
                .put("field", "text");
        properties.set("delta", data.path("delta"));
        return new V1Event("message.part.delta", properties);
    }

    /** 1.18 names its texts, 2.x counts them. */
    private static String textId(JsonNode data, String type) {
        return SessionWire.text(data.path(type + "ID"))
                .orElseGet(() -> data.path("ordinal").asText());
    }

    private static ObjectNode retry(JsonNode data) {
        ObjectNode status = Http.JSON
                .createObjectNode()
                .put("type", "retry")
                .put("attempt", data.path("attempt").asInt())
                .put("message", data.at("/error/message").asText());
        status.set("next", data.has("at") ? V2Data.millis(data.path("at")) : V2Data.at(data));
        return status;
    }
}
