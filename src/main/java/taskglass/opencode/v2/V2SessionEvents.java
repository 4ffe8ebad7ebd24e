package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.SessionWire;
import taskglass.opencode.wire.V1Event;

/** V2 events about a session itself: its creation and its changes. */
public final class V2SessionEvents {
    /** Not an event of V1: exactly the fields that it contains have changed. */
    public static final String CHANGED = "session.changed";

    /** From which message on all is undone, "" for none. */
    public static final String UNDONE = "undone";

    private static final List<String> ASSIGNED = List.of("agent", "model");

    private V2SessionEvents() {}

    /** 2.0.26 sends the session flat, without the times, which only its lists contain. */
    static V1Event created(JsonNode data) {
        ObjectNode info = data.deepCopy();
        info.put("id", V2Data.session(data));
        info.putObject("time").put("created", V2Data.at(data).asLong());
        ((ObjectNode) info.path("time")).set("updated", V2Data.at(data));
        return new V1Event("session.created", Http.JSON.createObjectNode().set("info", info));
    }

    /** A person undoes all from a message on, or takes that back; of a message that nobody told it is listed. */
    static List<V1Event> undone(JsonNode data, V2MessageOrder order) {
        String session = V2Data.session(data);
        String message = data.at("/revert/messageID").asText();
        return message.isEmpty()
                ? List.of(undone(session, ""))
                : order.known(session, message).stream()
                        .map(place -> undone(session, place))
                        .toList();
    }

    /** What was undone is gone for good, as with the next prompt. */
    static List<V1Event> removed(JsonNode data, V2MessageOrder order) {
        String session = V2Data.session(data);
        List<V1Event> events = new ArrayList<>(List.of(undone(session, "")));
        order.known(session, data.path("to").asText()).stream()
                .flatMap(first -> order.from(session, first).stream())
                .map(message -> V1Event.removed(session, message))
                .forEach(events::add);
        events.add(V1Event.missed(session));
        return events;
    }

    private static V1Event undone(String session, String from) {
        return new V1Event(
                CHANGED, Http.JSON.createObjectNode().put("sessionID", session).put(UNDONE, from));
    }

    static V1Event changed(JsonNode data) {
        ObjectNode change = Http.JSON.createObjectNode().put("sessionID", V2Data.session(data));
        SessionWire.text(data.path("title")).ifPresent(title -> change.put("title", title));
        SessionWire.text(data.at("/location/directory")).ifPresent(directory -> change.put("directory", directory));
        ASSIGNED.stream().filter(data::has).forEach(name -> change.set(name, data.path(name)));
        return new V1Event(CHANGED, change);
    }
}
