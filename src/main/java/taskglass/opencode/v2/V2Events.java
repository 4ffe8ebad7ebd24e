package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.V1Event;
import taskglass.task.run.PromptKind;

/**
 * Converts events of the V2 API to V1 events. 1.18 reports steps and no executions; in 2.x the execution is decisive.
 * Used only by the thread that reads the stream.
 */
public final class V2Events {
    private final V2MessageOrder order;
    private final V2Calls calls = new V2Calls();
    private final V2Prompts prompts = new V2Prompts();
    private final V2Stops stops = new V2Stops();

    public V2Events(V2MessageOrder order) {
        this.order = order;
    }

    /** Whether an event comes from a V2 session. Some names are used by V1, too. */
    public static boolean isV2(String type, JsonNode properties) {
        return switch (type) {
            case "permission.asked" -> properties.has("action");
            case "session.created" -> properties.isObject() && !properties.has("info");
            default -> V2Names.isPiece(type) || (V2Names.isRelevant(type) && !V2Names.isAlsoV1(type));
        };
    }

    /**
     * Returns the same as V1 events, in order.
     *
     * @param given the event's data; its time is inside it, or in 2.x around it
     */
    public List<V1Event> asV1(String type, JsonNode given, JsonNode around) {
        JsonNode data = V2Data.dated(given, around);
        String session = V2Data.session(data);
        return switch (V2Names.of(type)) {
            case "session.created" -> List.of(V2SessionEvents.created(data));
            case "session.renamed", "session.moved", "session.agent.selected", "session.model.selected" ->
                List.of(V2SessionEvents.changed(data));
            case "session.revert.staged", "session.revert.cleared" -> V2SessionEvents.undone(data, order);
            case "session.revert.committed" -> V2SessionEvents.removed(data, order);
            case "session.prompted" ->
                List.of(V1Event.message(prompt(data, data.path("messageID").asText())), V1Event.busy(session));
            case "session.inbox.enqueued", "session.inbox.cancelled" -> waiting(type, data);
            case "session.inbox.delivered" -> delivered(data);
            case "session.step.started" -> started(data);
            case "session.step.ended", "session.step.failed" -> ended(type, data);
            case "session.text.started" ->
                inMessage(data, place -> V2Texts.begun(data, place, V2Messages.TEXT, "text"));
            case "session.text.ended" ->
                inMessage(data, place -> V2Texts.written(data, place, V2Messages.TEXT, "text"));
            case "session.text.delta" -> inMessage(data, place -> V2Texts.piece(data, place, V2Messages.TEXT, "text"));
            case "session.reasoning.started" ->
                inMessage(data, place -> V2Texts.begun(data, place, V2Messages.THOUGHT, "reasoning"));
            case "session.reasoning.ended" ->
                inMessage(data, place -> V2Texts.written(data, place, V2Messages.THOUGHT, "reasoning"));
            case "session.reasoning.delta" ->
                inMessage(data, place -> V2Texts.piece(data, place, V2Messages.THOUGHT, "reasoning"));
            case "session.retry.scheduled" -> List.of(V1Event.status(session, retry(data)));
            case "session.execution.started" -> begins(data);
            case "session.execution.succeeded" -> succeeded(session);
            case "session.execution.failed" -> failed(data);
            case "session.execution.interrupted" -> stops.interrupted(data);
            case "session.tool.input.started",
                    "session.tool.called",
                    "session.tool.progress",
                    "session.tool.success",
                    "session.tool.failed" -> ofCall(type, data);
            default -> ofRequest(V2Names.of(type), data);
        };
    }

    private List<V1Event> begins(JsonNode data) {
        prompts.begins(V2Data.session(data));
        List<V1Event> events = new ArrayList<>(stops.executionStarted(data));
        events.add(V1Event.busy(V2Data.session(data)));
        return events;
    }

    private List<V1Event> succeeded(String session) {
        stops.ended(session);
        return List.of(V1Event.idle(session));
    }

    private List<V1Event> ofRequest(String type, JsonNode data) {
        switch (type) {
            case "permission.replied" -> stops.replied(data);
            case "question.rejected", "form.cancelled" -> stops.dismissed(data);
            default -> {}
        }
        return switch (type) {
            case "permission.asked" -> List.of(new V1Event(type, V2Requests.permission(data)));
            case "question.asked" -> List.of(new V1Event(type, data));
            case "form.created" -> List.of(new V1Event("question.asked", V2Requests.form(data)));
            case "permission.replied", "question.replied", "question.rejected", "form.replied", "form.cancelled" ->
                List.of(new V1Event("permission.replied", V2Requests.replied(data)));
            default -> List.of();
        };
    }

    private List<V1Event> waiting(String type, JsonNode data) {
        String session = V2Data.session(data);
        if (!V2Names.of(type).equals("session.inbox.enqueued")) {
            prompts.left(data);
            return List.of(V1Event.dequeued(session, V2Prompts.id(data)));
        }
        boolean persons = prompts.enqueued(data) != PromptKind.SYNTHETIC;
        return persons ? List.of(V1Event.enqueued(session, V2Prompts.id(data), V2Prompts.text(data))) : List.of();
    }

    /** An item queued before the stream was open may or may not be the user's. Its message shows which. */
    private List<V1Event> delivered(JsonNode data) {
        String session = V2Data.session(data);
        prompts.worksOn(session);
        return prompts.left(data)
                .map(kind -> kind == PromptKind.SYNTHETIC
                        ? List.<V1Event>of()
                        : List.of(
                                V1Event.dequeued(session, V2Prompts.id(data)),
                                V1Event.message(delivered(data, session, kind)),
                                V1Event.busy(session)))
                .orElseGet(() -> List.of(V1Event.missed(V2Data.session(data))));
    }

    private ObjectNode delivered(JsonNode data, String session, PromptKind kind) {
        ObjectNode info = prompt(data, V2Prompts.id(data));
        return stops.expectsAnotherStep(session) ? V2Messages.joined(info) : info.put(MessageWire.KIND, kind.name());
    }

    private ObjectNode prompt(JsonNode data, String id) {
        long at = V2Data.at(data).asLong();
        return prompt(data, order.of(V2Data.session(data), id, at), at);
    }

    private static ObjectNode prompt(JsonNode data, String place, long at) {
        ObjectNode info = Http.JSON
                .createObjectNode()
                .put("id", place)
                .put("sessionID", V2Data.session(data))
                .put("role", "user")
                .put(MessageWire.KIND, PromptKind.PROMPT.name());
        info.putObject("time").put("created", at);
        return info;
    }

    /** Sent again for each retry, with the same message. */
    private List<V1Event> started(JsonNode data) {
        String session = V2Data.session(data);
        prompts.worksOn(session);
        long asked = data.path("started").asLong(V2Data.at(data).asLong());
        String place = order.of(session, V2Data.message(data), asked);
        stops.stepStarted(session, place);
        return List.of(V1Event.message(step(data, place, "created")), V1Event.busy(session));
    }

    /**
     * In 1.18 a step that asked for tools is followed by another. Any other step is the last, unless another prompt
     * follows.
     */
    private List<V1Event> ended(String type, JsonNode data) {
        stops.stepEnded(data);
        List<V1Event> events =
                new ArrayList<>(inMessage(data, place -> V1Event.message(step(data, place, "completed"))));
        boolean last = !data.path("finish").asText().equals(V2Messages.ASKS_FOR_TOOLS);
        if (V2Names.isEarly(type) && last) {
            events.add(V1Event.idle(V2Data.session(data)));
        }
        return events;
    }

    /** An execution that failed before its prompt was delivered is the failed run of that prompt. */
    private List<V1Event> failed(JsonNode data) {
        String session = V2Data.session(data);
        List<V1Event> events = new ArrayList<>();
        long at = V2Data.at(data).asLong();
        prompts.failed(session)
                .map(id -> prompt(data, V2MessageOrder.place(id, at), at))
                .map(V1Event::message)
                .ifPresent(events::add);
        events.add(V1Event.error(session, V2Messages.error(data.path("error"))));
        events.addAll(succeeded(session));
        return events;
    }

    private static ObjectNode step(JsonNode data, String place, String when) {
        ObjectNode info = V2Messages.answer(place, V2Data.session(data), data);
        info.putObject("time").set(when, V2Data.at(data));
        return info;
    }

    /** An event in a message that was never reported cannot be interpreted: the session must be read. */
    private List<V1Event> inMessage(JsonNode data, Function<String, V1Event> event) {
        return List.of(order.known(V2Data.session(data), V2Data.message(data))
                .map(event)
                .orElseGet(() -> V1Event.missed(V2Data.session(data))));
    }

    private List<V1Event> ofCall(String type, JsonNode data) {
        Optional<String> place = order.known(V2Data.session(data), V2Data.message(data));
        if (place.isEmpty()) {
            return List.of(V1Event.missed(V2Data.session(data)));
        }
        stops.callFailed(data);
        Optional<ObjectNode> part = switch (V2Names.of(type)) {
            case "session.tool.called" -> Optional.of(calls.started(data, place.get()));
            case "session.tool.progress" -> calls.goesOn(data);
            case "session.tool.success" -> calls.ended(data, "completed");
            case "session.tool.failed" -> calls.ended(data, "error");
            default -> {
                calls.named(data);
                yield Optional.empty();
            }
        };
        List<V1Event> events = new ArrayList<>();
        part.map(V1Event::part).ifPresent(events::add);
        boolean stopped = data.at("/error/message").asText().startsWith(V2Messages.INTERRUPTED);
        if (V2Names.isEarly(type) && stopped) {
            events.add(V1Event.message(stopped(data, place.get())));
            events.add(V1Event.idle(V2Data.session(data)));
        }
        return events;
    }

    /** Returns the step whose call was stopped. In 1.18 nothing else shows that the run was stopped. */
    private static ObjectNode stopped(JsonNode data, String place) {
        ObjectNode info = V2Messages.answer(place, V2Data.session(data), Http.JSON.createObjectNode());
        V2Messages.stopped(info, V2Data.at(data));
        return info;
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
