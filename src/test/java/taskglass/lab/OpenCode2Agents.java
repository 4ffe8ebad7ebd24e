package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The sessions of an {@link OpenCode2} and what its agents do in them, as a test tells it. Safe from any thread. */
public final class OpenCode2Agents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SERVERS = new AtomicInteger();

    /** No two servers have the same session. */
    private final int server = SERVERS.incrementAndGet();

    private final Consumer<String> frames;

    /** By id, oldest first. */
    final Map<String, ObjectNode> sessions = new LinkedHashMap<>();

    final Map<String, List<ObjectNode>> messages = new LinkedHashMap<>();
    final Map<String, ObjectNode> active = new LinkedHashMap<>();
    final List<ObjectNode> permissions = new ArrayList<>();
    final List<ObjectNode> forms = new ArrayList<>();
    final OpenCode2Kept kept = new OpenCode2Kept();
    private long clock = System.currentTimeMillis();
    private int ids;

    /** Each event goes to {@code frames}, as it is sent. */
    OpenCode2Agents(Consumer<String> frames) {
        this.frames = frames;
    }

    /** A session that another client began. */
    public synchronized String session(String title) {
        return create(JSON.createObjectNode().put("title", title));
    }

    /** A prompt is taken from the inbox, and somebody begins to work on it. */
    public synchronized void begin(String session, String text) {
        ObjectNode prompt = message(session, "user").put("text", text);
        active.put(session, JSON.createObjectNode().put("type", "running"));
        emit(session, "session.execution.started", OpenCode2Data.of(session));
        ObjectNode promoted = OpenCode2Data.of(session);
        promoted.put("inputID", prompt.path("id").asText());
        emit(session, "session.input.promoted", promoted);
    }

    /** A prompt is put in line behind the work that goes on. */
    public synchronized void queue(String session, String text) {
        kept.queue(session, "msg_" + nextId(), text);
    }

    /** How many prompts wait in line. */
    public int waiting(String session) {
        return kept.inbox(session).size();
    }

    /** A step of the model begins; returns its message. */
    public synchronized String step(String session) {
        ObjectNode message = message(session, "assistant");
        message.put("agent", "build").set("model", OpenCode2Data.model());
        message.putArray("content");
        ObjectNode data = OpenCode2Data.about(session, message).put("agent", "build");
        data.set("model", OpenCode2Data.model());
        emit(session, "session.step.started", data);
        return message.path("id").asText();
    }

    /** A tool is called and is at work; its name is told with its input only. */
    public synchronized void call(String session, String message, String call, String tool) {
        ObjectNode part = content(session, message)
                .addObject()
                .put("type", "tool")
                .put("id", call)
                .put("name", tool);
        part.putObject("time").put("created", tick()).put("ran", clock);
        ObjectNode state = part.putObject("state").put("status", "running");
        state.putObject("input").put("command", "make");
        state.putObject("metadata");
        ObjectNode named = OpenCode2Data.about(session, find(session, message)).put("callID", call);
        emit(session, "session.tool.input.started", named.deepCopy().put("name", tool));
        ObjectNode called = named.deepCopy().put("executed", false);
        called.putObject("input").put("command", "make");
        emit(session, "session.tool.called", called);
    }

    public synchronized void callEnds(String session, String message, String call) {
        for (JsonNode part : content(session, message)) {
            if (part.path("id").asText().equals(call)) {
                ObjectNode state = (ObjectNode) part.path("state");
                state.put("status", "completed");
                state.putArray("content").addObject().put("type", "text").put("text", "made");
                ((ObjectNode) part.path("time")).put("completed", tick());
            }
        }
        ObjectNode data = OpenCode2Data.about(session, find(session, message))
                .put("callID", call)
                .put("executed", false);
        data.putObject("structured");
        data.putArray("content").addObject().put("type", "text").put("text", "made");
        emit(session, "session.tool.success", data);
    }

    public synchronized void text(String session, String message, String text) {
        content(session, message).addObject().put("type", "text").put("text", text);
        ObjectNode data = OpenCode2Data.about(session, find(session, message)).put("ordinal", 0);
        emit(session, "session.text.delta", data.deepCopy().put("delta", text));
        emit(session, "session.text.ended", data.deepCopy().put("text", text));
    }

    public synchronized void stepEnds(String session, String message, String finish) {
        ObjectNode step = find(session, message).put("finish", finish).put("cost", 0.25);
        ((ObjectNode) step.path("time")).put("completed", tick());
        step.putObject("tokens").put("input", 100).put("output", 10);
        ObjectNode data =
                OpenCode2Data.about(session, step).put("finish", finish).put("cost", 0.25);
        data.set("tokens", step.path("tokens"));
        emit(session, "session.step.ended", data);
    }

    public synchronized void retry(String session, String message, int attempt, String why) {
        ObjectNode error = JSON.createObjectNode().put("type", "provider").put("message", why);
        ObjectNode retry = find(session, message)
                .putObject("retry")
                .put("attempt", attempt)
                .put("at", clock + 60_000);
        retry.set("error", error);
        ObjectNode data = OpenCode2Data.about(session, find(session, message))
                .put("attempt", attempt)
                .put("at", clock + 60_000);
        data.set("error", error);
        emit(session, "session.retry.scheduled", data);
    }

    public synchronized void succeed(String session) {
        active.remove(session);
        message(session, "idle").put("outcome", "succeeded");
        emit(session, "session.execution.succeeded", OpenCode2Data.of(session));
    }

    public synchronized void fail(String session, String why) {
        active.remove(session);
        ObjectNode error = JSON.createObjectNode().put("type", "provider").put("message", why);
        newestAnswer(session).ifPresent(answer -> answer.set("error", error));
        message(session, "idle").put("outcome", "failed");
        ObjectNode data = OpenCode2Data.of(session);
        data.set("error", error);
        emit(session, "session.execution.failed", data);
    }

    public synchronized void interrupted(String session, String reason) {
        active.remove(session);
        message(session, "idle").put("outcome", "interrupted");
        emit(session, "session.execution.interrupted", OpenCode2Data.of(session).put("reason", reason));
    }

    public synchronized String askPermission(String session, String command) {
        ObjectNode request = OpenCode2Requests.permission(session, "per_" + nextId(), command);
        permissions.add(request);
        emit(session, "permission.v2.asked", request);
        return request.path("id").asText();
    }

    /** A form of one choice, several choices and one's own words. */
    public synchronized String askForm(String session) {
        ObjectNode form = OpenCode2Requests.form(session, "frm_" + nextId());
        forms.add(form);
        ObjectNode data = JSON.createObjectNode();
        data.set("form", form);
        emit(session, "form.created", data);
        return form.path("id").asText();
    }

    /** What a release of tomorrow may send. */
    public synchronized void emitUnknown(String session) {
        emit(session, "session.dreamt", OpenCode2Data.of(session).put("of", "sheep"));
    }

    String create(JsonNode wanted) {
        String id = "ses_" + server + "x" + nextId();
        ObjectNode session = JSON.createObjectNode()
                .put("id", id)
                .put("title", wanted.path("title").asText("New session"));
        if (wanted.has("parentID")) {
            session.set("parentID", wanted.path("parentID"));
        }
        session.putObject("location")
                .put("directory", wanted.at("/location/directory").asText("/home/dev/project"));
        session.putObject("time").put("created", tick()).put("updated", clock);
        sessions.put(id, session);
        return id;
    }

    private ObjectNode message(String session, String type) {
        ObjectNode message =
                JSON.createObjectNode().put("id", "msg_" + nextId()).put("type", type);
        message.putObject("time").put("created", tick());
        messages.computeIfAbsent(session, id -> new ArrayList<>()).add(message);
        return message;
    }

    private ObjectNode find(String session, String message) {
        return messages.get(session).stream()
                .filter(one -> one.path("id").asText().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ObjectNode> newestAnswer(String session) {
        return messages.get(session).reversed().stream()
                .filter(one -> one.path("type").asText().equals("assistant"))
                .findFirst();
    }

    private ArrayNode content(String session, String message) {
        return (ArrayNode) find(session, message).path("content");
    }

    /** Ids ascend, as OpenCode's do. */
    private String nextId() {
        ids++;
        return "%08d".formatted(ids);
    }

    private long tick() {
        clock += 10;
        return clock;
    }

    void emit(String session, String type, ObjectNode data) {
        ObjectNode event = JSON.createObjectNode()
                .put("id", "evt_" + nextId())
                .put("created", tick())
                .put("type", type);
        event.putObject("durable").put("aggregateID", session).put("seq", ids).put("version", 1);
        event.set("data", data);
        if (!type.endsWith(".delta")) {
            kept.log(session, event);
        }
        frames.accept("data: " + event + "\n\n");
    }
}
