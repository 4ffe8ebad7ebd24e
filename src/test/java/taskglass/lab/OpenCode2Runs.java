package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The executions of an {@link OpenCode2}: what starts one, what is delivered to it, and how it ends. */
final class OpenCode2Runs {
    /** Why an execution ends that a person's refusal ended. */
    static final String SHUTDOWN = "shutdown";

    static final String STEER = "steer";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INTERRUPTED = "interrupted";
    private static final List<String> AGENTS = List.of("build", "plan", "general");

    private final OpenCode2Events events;

    OpenCode2Runs(OpenCode2Events events) {
        this.events = events;
    }

    /** Puts it into the inbox; a session that rests is woken by it. */
    String admit(OpenCode2Session session, String type, ObjectNode payload, String delivery, boolean wakes) {
        dropUndone(session);
        ObjectNode item = JSON.createObjectNode().put("id", "msg_" + events.nextId());
        item.put("sessionID", session.id).putObject("time").put("created", events.tick());
        item.put("type", type).set("payload", payload);
        item.put("delivery", delivery);
        session.inbox.add(item);
        ObjectNode data =
                OpenCode2Data.of(session.id).put("inboxID", item.path("id").asText());
        ObjectNode inner = data.putObject("item").put("type", type);
        inner.set("payload", payload);
        inner.put("delivery", delivery);
        events.send(session, "session.inbox.enqueued", data);
        if (wakes && !session.active) {
            start(session);
        }
        return item.path("id").asText();
    }

    /** What was undone is gone with the next prompt. */
    private void dropUndone(OpenCode2Session session) {
        String from = session.info.at("/revert/messageID").asText();
        if (!from.isEmpty()) {
            int first = session.messages.indexOf(session.message(from));
            session.messages.subList(first, session.messages.size()).clear();
            session.info.remove("revert");
            events.send(
                    session,
                    "session.revert.committed",
                    OpenCode2Data.of(session.id).put("to", from));
        }
    }

    private void start(OpenCode2Session session) {
        begin(session);
        String agent = session.info.path("agent").asText("build");
        if (!AGENTS.contains(agent)) {
            fail(session, OpenCode2Data.error("unknown", "Agent not found: \"" + agent + "\""));
            return;
        }
        if (!session.instructed) {
            session.instructed = true;
            ObjectNode data = OpenCode2Data.of(session.id);
            data.putObject("delta").put("core/date", "8d8711504d14");
            events.send(session, "session.instructions.updated", data);
        }
        if (!deliverSteering(session)) {
            deliverQueued(session);
        }
    }

    void begin(OpenCode2Session session) {
        session.active = true;
        events.send(session, "session.execution.started", OpenCode2Data.of(session.id));
    }

    /** What was meant for the next step; whether there was anything. */
    boolean deliverSteering(OpenCode2Session session) {
        List<ObjectNode> steering = session.inbox.stream()
                .filter(item -> item.path("delivery").asText().equals(STEER))
                .toList();
        steering.forEach(item -> deliver(session, item));
        return !steering.isEmpty();
    }

    /** The first of those that wait until the work before them is done. */
    void deliverQueued(OpenCode2Session session) {
        session.inbox.stream().findFirst().ifPresent(item -> deliver(session, item));
    }

    /** Its id is that of its admission, its place and time are those of its delivery. */
    private void deliver(OpenCode2Session session, ObjectNode item) {
        session.inbox.remove(item);
        ObjectNode message = JSON.createObjectNode().put("id", item.path("id").asText());
        message.putObject("time").put("created", events.tick());
        message.setAll((ObjectNode) item.path("payload"));
        message.put("type", item.path("type").asText());
        session.messages.add(message);
        events.send(
                session,
                "session.inbox.delivered",
                OpenCode2Data.of(session.id).put("inboxID", item.path("id").asText()));
    }

    void succeed(OpenCode2Session session) {
        String event = over(session, "succeeded", OpenCode2Data.of(session.id));
        idle(session, event, "succeeded");
    }

    void fail(OpenCode2Session session, JsonNode error) {
        stepFails(session, error);
        ObjectNode data = OpenCode2Data.of(session.id);
        data.set("error", error);
        String event = over(session, "failed", data);
        idle(session, event, "failed").set("error", error);
    }

    /** The work is cut: {@code error} is the error of its calls. A shutdown leaves neither mark nor outcome. */
    void interrupt(OpenCode2Session session, String reason, String error) {
        if (!session.calls.isEmpty()) {
            bodyEnds(session);
        }
        session.messages.forEach(message -> message.remove("retry"));
        List.copyOf(session.calls.keySet()).forEach(call -> callFails(session, call, OpenCode2Data.aborted(error)));
        stepFails(session, OpenCode2Data.aborted("Step interrupted"));
        String event = over(session, INTERRUPTED, OpenCode2Data.of(session.id).put("reason", reason));
        if (!reason.equals(SHUTDOWN)) {
            idle(session, event, INTERRUPTED);
        }
    }

    void callFails(OpenCode2Session session, String call, JsonNode error) {
        ObjectNode part = session.calls.remove(call);
        if (isShell(part)) {
            events.send(session, "shell.deleted", JSON.createObjectNode().put("id", "sh_" + call));
        }
        ((ObjectNode) part.path("state")).put("status", "error").set("error", error);
        ((ObjectNode) part.path("time")).put("completed", events.tick());
        ObjectNode data = OpenCode2Data.about(session.id, session.step.orElseThrow())
                .put("id", call)
                .put("executed", false);
        data.set("error", error);
        if (part.at("/state/metadata").isObject()) {
            data.set("metadata", part.at("/state/metadata"));
        }
        events.send(session, "session.tool.failed", data);
    }

    /** The open answer's, if there is one; what it had used is told if its body had ended. */
    void stepFails(OpenCode2Session session, JsonNode error) {
        if (session.step.isEmpty()) {
            return;
        }
        ObjectNode step = session.step.get();
        boolean answered = !session.bodyOpen;
        if (session.text.isPresent()) {
            bodyEnds(session);
        }
        ObjectNode data = OpenCode2Data.about(session.id, step);
        step.put("finish", "error").set("error", error);
        data.set("error", error);
        ((ObjectNode) step.path("time")).put("completed", events.tick());
        if (answered) {
            spend(step, data);
        }
        session.step = Optional.empty();
        events.send(session, "session.step.failed", data);
        if (answered) {
            used(session, data);
        }
    }

    static void spend(ObjectNode step, ObjectNode data) {
        for (ObjectNode node : List.of(step, data)) {
            node.put("cost", 0.25).set("tokens", OpenCode2Data.tokens(100, 10));
        }
    }

    /** What a session has used so far stands in it. */
    void used(OpenCode2Session session, JsonNode data) {
        session.steps++;
        session.info
                .put("cost", session.steps * data.path("cost").asDouble())
                .set("tokens", OpenCode2Data.tokens(100 * session.steps, 10 * session.steps));
        ObjectNode used = OpenCode2Data.of(session.id);
        used.set("cost", session.info.path("cost"));
        used.set("tokens", session.info.path("tokens"));
        events.send(session, "session.usage.updated", used);
    }

    /** The model has said all of an answer, and what it called has begun. */
    void bodyEnds(OpenCode2Session session) {
        if (session.bodyOpen) {
            textEnds(session);
            session.calls.forEach((call, part) -> {
                if (isShell(part)) {
                    ObjectNode data = JSON.createObjectNode();
                    ObjectNode info =
                            data.putObject("info").put("id", "sh_" + call).put("status", "running");
                    info.put("command", "make").put("cwd", session.directory());
                    events.send(session, "shell.created", data);
                }
            });
            streamed(session);
        }
    }

    static boolean isShell(JsonNode part) {
        return part.path("name").asText().equals("shell");
    }

    void textEnds(OpenCode2Session session) {
        session.text.ifPresent(data -> events.send(session, "session.text.ended", data));
        session.text = Optional.empty();
    }

    void streamed(OpenCode2Session session) {
        if (session.bodyOpen) {
            session.bodyOpen = false;
            ObjectNode step = session.step.orElseThrow();
            ((ObjectNode) step.path("time")).put("streamed", events.tick());
            events.send(session, "session.step.streamed", OpenCode2Data.about(session.id, step));
        }
    }

    private String over(OpenCode2Session session, String how, ObjectNode data) {
        session.active = false;
        session.step = Optional.empty();
        session.calls.clear();
        return events.send(session, "session.execution." + how, data);
    }

    private ObjectNode idle(OpenCode2Session session, String event, String outcome) {
        ObjectNode mark = JSON.createObjectNode()
                .put("id", event.replace("evt_", "msg_"))
                .put("type", "idle")
                .put("outcome", outcome);
        mark.putObject("time").put("created", events.tick());
        session.messages.add(mark);
        session.info.put("outcome", outcome);
        ((ObjectNode) session.info.path("time")).set("idle", mark.at("/time/created"));
        return mark;
    }
}
