package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** V2 events about a session itself: its creation and its changes. */
final class V2SessionEvents {
    /** Not an event of V1: exactly the fields that it contains have changed. */
    static final String CHANGED = "session.changed";

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

    static V1Event changed(JsonNode data) {
        ObjectNode change = Http.JSON.createObjectNode().put("sessionID", V2Data.session(data));
        SessionWire.text(data.path("title")).ifPresent(title -> change.put("title", title));
        SessionWire.text(data.at("/location/directory")).ifPresent(directory -> change.put("directory", directory));
        ASSIGNED.stream().filter(data::has).forEach(name -> change.set(name, data.path(name)));
        return new V1Event(CHANGED, change);
    }
}
