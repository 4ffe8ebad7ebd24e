package taskglass.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One tool call on the wire: pending, running, then completed or failed, always the same part. */
final class ToolPart {
    private final MessageWriter pen;
    private final DemoSessions world;
    private final ObjectNode part;
    private final ObjectNode state;

    ToolPart(MessageWriter pen, DemoSessions world, String tool, ObjectNode input) {
        this.pen = pen;
        this.world = world;
        this.part = pen.part("tool").put("tool", tool).put("callID", world.id("call"));
        this.state = part.putObject("state").put("status", "pending");
        state.putObject("input");
        pen.put(part);
        state.set("input", input);
        state.putObject("metadata");
    }

    String callId() {
        return part.path("callID").asText();
    }

    String message() {
        return part.path("messageID").asText();
    }

    /** The tool's own metadata, sent with the next update. */
    ObjectNode metadata() {
        return (ObjectNode) state.path("metadata");
    }

    void run() {
        state.put("status", "running");
        state.putObject("time").put("start", world.time().millis());
        pen.put(part);
    }

    void complete(String title, String output) {
        state.put("title", title).put("output", output);
        end("completed");
    }

    void fail(String error) {
        state.put("error", error);
        end("error");
    }

    private void end(String status) {
        state.put("status", status);
        if (!state.path("time").isObject()) {
            state.putObject("time").put("start", world.time().millis());
        }
        ((ObjectNode) state.path("time")).put("end", world.time().millis());
        pen.put(part);
    }
}
