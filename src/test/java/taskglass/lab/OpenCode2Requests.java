package taskglass.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What agents of an {@link OpenCode2} ask a person, as it stands on the wire. */
final class OpenCode2Requests {
    private OpenCode2Requests() {}

    static ObjectNode permission(String session, String id, String command) {
        ObjectNode request = OpenCode2Data.of(session).put("id", id).put("action", "bash");
        request.putArray("resources").add(command);
        request.putArray("save").add("make *");
        request.putObject("metadata").put("command", command);
        return request;
    }

    /** A form of one choice, several choices and one's own words. */
    static ObjectNode form(String session, String id) {
        ObjectNode form =
                OpenCode2Data.of(session).put("id", id).put("title", "Release").put("mode", "form");
        ArrayNode fields = form.putArray("fields");
        ObjectNode channel =
                fields.addObject().put("key", "channel").put("type", "string").put("title", "Which channel?");
        channel.putArray("options").addObject().put("value", "s").put("label", "stable");
        ObjectNode targets = fields.addObject()
                .put("key", "targets")
                .put("type", "multiselect")
                .put("title", "Where?");
        ArrayNode options = targets.putArray("options");
        options.addObject().put("value", "l").put("label", "Linux");
        options.addObject().put("value", "m").put("label", "macOS");
        fields.addObject().put("key", "notes").put("type", "string").put("title", "Notes?");
        return form;
    }
}
