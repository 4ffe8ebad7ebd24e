package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import taskglass.opencode.http.Http;
import taskglass.task.Assignment;

/** The body of a prompt in the format of the V1 API. */
public final class PromptWire {
    private PromptWire() {}

    public static ObjectNode prompt(Assignment assignment, String text, boolean noReply) {
        ObjectNode body = Http.JSON.createObjectNode();
        assignment.agent().ifPresent(agent -> body.put("agent", agent));
        assignment
                .model()
                .ifPresent(model -> body.putObject("model")
                        .put("providerID", model.provider())
                        .put("modelID", model.id()));
        if (noReply) {
            body.put("noReply", true);
        }
        body.putArray("parts").addObject().put("type", "text").put("text", text);
        return body;
    }
}
