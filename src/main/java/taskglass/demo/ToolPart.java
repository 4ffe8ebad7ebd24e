package taskglass.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One tool call on the wire: pending, running, then completed or failed, always the same part. */
final class ToolPart {
    private final MessageWriter messageWriter;
    private final DemoSessions demoSessions;
    private final ObjectNode part;
    private final ObjectNode state;

    ToolPart(MessageWriter messageWriter, DemoSessions demoSessions, String tool, ObjectNode input) {
        this.messageWriter = messageWriter;
        this.demoSessions = demoSessions;
        this.part = messageWriter.part("tool").put("tool", tool).put("callID", demoSessions.id("call"));
        this.state = part.putObject("state").put("status", "pending");
        state.putObject("input");
        messageWriter.put(part);
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
        state.putObject("time").put("start", demoSessions.time().millis());
        messageWriter.put(part);
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
            state.putObject("time").put("start", demoSessions.time().millis());
        }
        ((ObjectNode) state.path("time")).put("end", demoSessions.time().millis());
        messageWriter.put(part);
    }
}
