package taskglass.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What agents of an {@link OpenCode2} ask a person, as it stands on the wire. */
final class OpenCode2Requests {
    private OpenCode2Requests() {}

    static ObjectNode permission(String session, String id, String command) {
        return permission(session, id, List.of(command), "");
    }

    /** One for several resources, with a reason ("" for none). */
    static ObjectNode permission(String session, String id, List<String> resources, String reason) {
        ObjectNode request = OpenCode2Data.of(session).put("id", id).put("action", "shell");
        resources.forEach(request.putArray("resources")::add);
        request.putArray("save").add("make *");
        request.putObject("metadata").put("command", resources.getFirst());
        request.putObject("source")
                .put("type", "tool")
                .put("messageID", "msg_0")
                .put("id", "call_0");
        return reason.isEmpty() ? request : request.put("message", reason);
    }

    /** A form that sends a person somewhere else. */
    static ObjectNode external(String session, String id) {
        ObjectNode form = OpenCode2Data.of(session).put("id", id).put("title", "Sign in");
        form.putArray("fields")
                .addObject()
                .put("key", "login")
                .put("type", "external")
                .put("title", "Sign in at the tracker")
                .put("url", "https://tracker.example/login");
        return form;
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
