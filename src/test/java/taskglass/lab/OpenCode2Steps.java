package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The answers of the models of an {@link OpenCode2}: what they write and call. */
final class OpenCode2Steps {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SNAPSHOT = "1f1bcec3f31aa8b1b21bde4dc761003491d5fce6";

    private final OpenCode2Events events;
    private final OpenCode2Runs runs;

    OpenCode2Steps(OpenCode2Events events, OpenCode2Runs runs) {
        this.events = events;
        this.runs = runs;
    }

    String begin(OpenCode2Session session) {
        ObjectNode message = JSON.createObjectNode().put("id", "msg_" + events.nextId());
        message.putObject("time");
        message.put("type", "assistant").put("agent", "build").set("model", OpenCode2Data.model());
        message.putArray("content");
        message.putObject("snapshot").put("start", SNAPSHOT);
        session.messages.add(message);
        started(session, message);
        return message.path("id").asText();
    }

    void beginAgain(OpenCode2Session session, String id) {
        started(session, session.message(id));
    }

    private void started(OpenCode2Session session, ObjectNode message) {
        session.step = Optional.of(message);
        session.bodyOpen = true;
        ((ObjectNode) message.path("time")).put("created", events.tick());
        ObjectNode data = OpenCode2Data.about(session.id, message).put("agent", "build");
        data.set("model", OpenCode2Data.model());
        data.put("snapshot", SNAPSHOT).set("started", message.at("/time/created"));
        events.send(session, "session.step.started", data);
    }

    /** The text is ended when the answer's body is. */
    void write(OpenCode2Session session, String message, String text) {
        runs.textEnds(session);
        long ordinal = session.content(message)
                .valueStream()
                .filter(part -> part.path("type").asText().equals("text"))
                .count();
        session.content(message).addObject().put("type", "text").put("text", text);
        ObjectNode data =
                OpenCode2Data.about(session.id, session.message(message)).put("ordinal", ordinal);
        events.send(session, "session.text.started", data);
        events.send(session, "session.text.delta", data.deepCopy().put("delta", text));
        session.text = Optional.of(data.deepCopy().put("text", text));
    }

    /** A tool is named with its input only, and each is called when all inputs are written. */
    void call(OpenCode2Session session, String message, String tool, List<String> calls) {
        ObjectNode input = OpenCode2Data.input(tool);
        for (String call : calls) {
            ObjectNode data = about(session, message, call);
            events.send(session, "session.tool.input.started", data.deepCopy().put("name", tool));
            events.send(session, "session.tool.input.delta", data.put("delta", input.toString()));
        }
        for (String call : calls) {
            ObjectNode data = about(session, message, call);
            events.send(session, "session.tool.input.ended", data.deepCopy().put("text", input.toString()));
            data.set("input", input);
            session.calls.put(call, part(session, message, call, tool));
            events.send(session, "session.tool.called", data.put("executed", false));
        }
    }

    private ObjectNode part(OpenCode2Session session, String message, String call, String tool) {
        ObjectNode part = session.content(message)
                .addObject()
                .put("type", "tool")
                .put("id", call)
                .put("name", tool)
                .put("executed", false);
        ObjectNode state = part.putObject("state").put("status", "running");
        state.set("input", OpenCode2Data.input(tool));
        part.putObject("time").put("created", events.tick()).put("ran", events.tick());
        return part;
    }

    void progress(OpenCode2Session session, String call, ObjectNode metadata) {
        runs.bodyEnds(session);
        ((ObjectNode) session.calls.get(call).path("state")).set("metadata", metadata);
        ObjectNode data =
                OpenCode2Data.about(session.id, session.step.orElseThrow()).put("id", call);
        data.set("metadata", metadata);
        events.send(session, "session.tool.progress", data);
    }

    void callEnds(OpenCode2Session session, String message, String call) {
        runs.bodyEnds(session);
        ObjectNode part = session.calls.remove(call);
        if (OpenCode2Runs.isShell(part)) {
            ObjectNode data = JSON.createObjectNode().put("id", "sh_" + call).put("exit", 0);
            events.send(session, "shell.exited", data.put("status", "exited"));
        }
        ObjectNode data = about(session, message, call);
        data.putArray("content").addObject().put("type", "text").put("text", "made");
        data.put("executed", false).set("metadata", OpenCode2Data.metadata(part));
        ObjectNode state = ((ObjectNode) part.path("state")).put("status", "completed");
        state.set("content", data.path("content"));
        state.set("metadata", data.path("metadata"));
        ((ObjectNode) part.path("time")).put("completed", events.tick());
        events.send(session, "session.tool.success", data);
    }

    void end(OpenCode2Session session, String message, String finish) {
        runs.bodyEnds(session);
        ObjectNode step = session.message(message).put("finish", finish);
        ((ObjectNode) step.path("time")).put("completed", events.tick());
        ObjectNode data = OpenCode2Data.about(session.id, step).put("finish", finish);
        OpenCode2Runs.spend(step, data);
        data.put("snapshot", SNAPSHOT).putArray("files");
        ((ObjectNode) step.path("snapshot")).put("end", SNAPSHOT).putArray("files");
        session.step = Optional.empty();
        events.send(session, "session.step.ended", data);
        runs.used(session, data);
    }

    /** The answer is open again, if it had failed. */
    void retry(OpenCode2Session session, String message, int attempt, String why) {
        ObjectNode retry = JSON.createObjectNode().put("attempt", attempt).put("at", events.tick() + 60_000);
        retry.set("error", OpenCode2Data.error("provider.internal", why));
        ObjectNode tried = session.message(message);
        tried.remove(List.of("finish", "error"));
        ((ObjectNode) tried.path("time")).remove("completed");
        tried.set("retry", retry);
        session.step = Optional.empty();
        events.send(
                session,
                "session.retry.scheduled",
                OpenCode2Data.about(session.id, session.message(message)).setAll(retry));
    }

    private static ObjectNode about(OpenCode2Session session, String message, String call) {
        return OpenCode2Data.about(session.id, session.message(message)).put("id", call);
    }
}
