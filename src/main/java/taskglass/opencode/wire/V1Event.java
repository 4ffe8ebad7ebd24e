package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import taskglass.opencode.http.Http;

/** One event in V1 form, whichever API sent it. */
public record V1Event(String type, JsonNode properties) {
    public static final String MISSED = "message.missed";
    public static final String ENQUEUED = "prompt.enqueued";
    public static final String DEQUEUED = "prompt.dequeued";

    public static V1Event message(ObjectNode info) {
        return new V1Event("message.updated", Http.JSON.createObjectNode().set("info", info));
    }

    public static V1Event part(ObjectNode part) {
        return new V1Event("message.part.updated", Http.JSON.createObjectNode().set("part", part));
    }

    /** Not an event of V1: something was reported about the session that only its messages explain. */
    public static V1Event missed(String session) {
        return new V1Event(MISSED, Http.JSON.createObjectNode().put("sessionID", session));
    }

    /** Not an event of V1: a prompt waits in the session's queue. */
    public static V1Event enqueued(String session, String id, String text) {
        return new V1Event(
                ENQUEUED,
                Http.JSON
                        .createObjectNode()
                        .put("sessionID", session)
                        .put("id", id)
                        .put("text", text));
    }

    /** Not an event of V1: something has left the session's queue. */
    public static V1Event dequeued(String session, String id) {
        return new V1Event(
                DEQUEUED, Http.JSON.createObjectNode().put("sessionID", session).put("id", id));
    }

    public static V1Event removed(String session, String message) {
        return new V1Event(
                "message.removed",
                Http.JSON.createObjectNode().put("sessionID", session).put("messageID", message));
    }

    public static V1Event busy(String session) {
        return status(session, Http.JSON.createObjectNode().put("type", "busy"));
    }

    public static V1Event idle(String session) {
        return status(session, Http.JSON.createObjectNode().put("type", "idle"));
    }

    public static V1Event status(String session, ObjectNode status) {
        return new V1Event(
                "session.status",
                Http.JSON.createObjectNode().put("sessionID", session).set("status", status));
    }

    public static V1Event error(String session, ObjectNode error) {
        return new V1Event(
                "session.error",
                Http.JSON.createObjectNode().put("sessionID", session).set("error", error));
    }
}
