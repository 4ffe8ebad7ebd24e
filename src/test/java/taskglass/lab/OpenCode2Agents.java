package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The sessions of an {@link OpenCode2} and what its agents do in them, as a test tells it. Safe from any thread. */
public final class OpenCode2Agents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SERVERS = new AtomicInteger();
    private static final String ABORTED = "aborted";

    /** Of a call that had begun, and told what it had found by then. */
    private static final String INTERRUPTED = "Tool execution interrupted";

    /** No two servers have the same session. */
    private final int server = SERVERS.incrementAndGet();

    /** By id, oldest first. */
    final Map<String, ObjectNode> sessions = new LinkedHashMap<>();

    final Map<String, ObjectNode> active = new LinkedHashMap<>();
    final List<ObjectNode> permissions = new ArrayList<>();
    final List<ObjectNode> forms = new ArrayList<>();
    final OpenCode2Kept kept = new OpenCode2Kept();
    private final OpenCode2Events events;
    private long clock = System.currentTimeMillis();
    private int ids;

    /** Each event goes to {@code frames}, as it is sent. */
    OpenCode2Agents(Consumer<String> frames) {
        events = new OpenCode2Events(kept, frames);
    }

    /** A session that another client began. */
    public synchronized String session(String title) {
        return create(JSON.createObjectNode().put("title", title));
    }

    /** One in that directory. */
    public synchronized String session(String title, String directory) {
        ObjectNode wanted = JSON.createObjectNode().put("title", title);
        wanted.putObject("location").put("directory", directory);
        return create(wanted);
    }

    public synchronized String child(String parent, String title) {
        return create(JSON.createObjectNode().put("title", title).put("parentID", parent));
    }

    /** A prompt is put in, somebody begins to work, and takes it from the inbox. */
    public synchronized void begin(String session, String text) {
        begin(session, OpenCode2Data.user(text, "steer"));
    }

    /** The end of a background subagent is told to its parent, which goes on by it. */
    public synchronized void wake(String session, String text) {
        begin(session, OpenCode2Data.item("synthetic", text));
    }

    private void begin(String session, ObjectNode item) {
        enqueue(session, item);
        execute(session);
        ObjectNode instructions = OpenCode2Data.of(session);
        instructions.putObject("delta").put("core/date", "4f1b");
        emit(session, "session.instructions.updated", instructions);
        deliver(session);
    }

    /** Somebody begins to work, as a managed service does by itself after it was restarted. */
    public synchronized void execute(String session) {
        active.put(session, JSON.createObjectNode().put("type", "running"));
        emit(session, "session.execution.started", OpenCode2Data.of(session));
    }

    /** A prompt is put in line behind the work that goes on. */
    public synchronized String queue(String session, String text) {
        kept.openAnswer(session)
                .ifPresent(open -> streamed(session, open.path("id").asText()));
        return enqueue(session, OpenCode2Data.user(text, "queue"));
    }

    /** A prompt is put in for the next step of the work that goes on. */
    public synchronized String steer(String session, String text) {
        return enqueue(session, OpenCode2Data.user(text, "steer"));
    }

    String enqueue(String session, ObjectNode item) {
        String id = "msg_" + nextId();
        kept.queue(session, id, tick(), item);
        ObjectNode data = OpenCode2Data.of(session).put("inboxID", id);
        emit(session, "session.inbox.enqueued", data.set("item", item));
        return id;
    }

    /** What has waited longest is delivered: now it has its place among the messages. */
    public synchronized void deliver(String session) {
        ObjectNode item = kept.inbox(session).getFirst();
        String id = item.path("id").asText();
        kept.unqueue(session, id);
        kept.message(session, id, item.path("type").asText(), tick()).set("text", item.at("/payload/text"));
        events.emit(
                session, "session.inbox.delivered", OpenCode2Data.of(session).put("inboxID", id), clock);
    }

    /** It is taken out of the line unread. */
    void drop(String session, String id) {
        kept.unqueue(session, id);
        emit(session, "session.inbox.cancelled", OpenCode2Data.of(session).put("inboxID", id));
    }

    /** How many prompts wait in line. */
    public int waiting(String session) {
        return kept.inbox(session).size();
    }

    /** A step of the model begins; returns its message. */
    public synchronized String step(String session) {
        String id = "msg_" + nextId();
        ObjectNode message = kept.message(session, id, "assistant", tick());
        message.put("agent", "build").set("model", OpenCode2Data.model());
        message.putArray("content");
        ObjectNode data = OpenCode2Data.about(session, id).put("agent", "build");
        data.set("model", OpenCode2Data.model());
        long started = clock;
        emit(session, "session.step.started", data.put("snapshot", "1f1b").put("started", started));
        return id;
    }

    /** A tool is called and is at work; its name is told with its input only. */
    public synchronized void call(String session, String message, String call, String tool) {
        ObjectNode part = kept.content(session, message)
                .addObject()
                .put("type", "tool")
                .put("id", call)
                .put("name", tool);
        part.putObject("time").put("created", tick()).put("ran", clock);
        ObjectNode state = part.putObject("state").put("status", "running");
        state.putObject("input").put("command", "make");
        state.putObject("metadata");
        ObjectNode named = OpenCode2Data.about(session, message).put("id", call);
        emit(session, "session.tool.input.started", named.deepCopy().put("name", tool));
        emit(session, "session.tool.input.ended", named.deepCopy().put("text", "{\"command\":\"make\"}"));
        ObjectNode called = named.deepCopy();
        called.putObject("input").put("command", "make");
        emit(session, "session.tool.called", called.put("executed", false));
    }

    public synchronized void callEnds(String session, String message, String call) {
        streamed(session, message);
        JsonNode part = kept.call(session, message, call).orElseThrow();
        ((ObjectNode) part.path("state"))
                .put("status", "completed")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", "made");
        ((ObjectNode) part.path("time")).put("completed", tick());
        ObjectNode data = OpenCode2Data.about(session, message).put("id", call);
        data.putArray("content").addObject().put("type", "text").put("text", "made");
        data.put("executed", false).putObject("metadata").put("exit", 0);
        emit(session, "session.tool.success", data);
    }

    /** A call fails since a person did not permit it, or did not want to answer. */
    public synchronized void decline(String session, String message, String call, String words) {
        failCall(session, message, call, words);
    }

    private void failCall(String session, String message, String call, String words) {
        streamed(session, message);
        ObjectNode part = (ObjectNode) kept.call(session, message, call).orElseThrow();
        ObjectNode error = OpenCode2Data.error(ABORTED, words);
        ((ObjectNode) part.path("state")).put("status", "error").set("error", error);
        ((ObjectNode) part.path("time")).put("completed", tick());
        ObjectNode data = OpenCode2Data.about(session, message).put("id", call);
        data.set("error", error);
        data.put("executed", false);
        if (words.equals(INTERRUPTED)) {
            data.putObject("metadata").put("truncated", false);
        }
        emit(session, "session.tool.failed", data);
    }

    public synchronized void text(String session, String message, String text) {
        kept.content(session, message).addObject().put("type", "text").put("text", text);
        ObjectNode data = OpenCode2Data.about(session, message).put("ordinal", 0);
        emit(session, "session.text.started", data.deepCopy());
        emit(session, "session.text.delta", data.deepCopy().put("delta", text));
        emit(session, "session.text.ended", data.deepCopy().put("text", text));
    }

    public synchronized void stepEnds(String session, String message, String finish) {
        ObjectNode step = kept.find(session, message).put("finish", finish).put("cost", 0.25);
        streamed(session, message);
        ((ObjectNode) step.path("time")).put("completed", tick());
        step.set("tokens", OpenCode2Data.tokens());
        ObjectNode data =
                OpenCode2Data.about(session, message).put("finish", finish).put("cost", 0.25);
        data.set("tokens", OpenCode2Data.tokens());
        data.put("snapshot", "1f1b").putArray("files");
        emit(session, "session.step.ended", data);
        spend(session);
    }

    /** The model has written all of it, and its tools are at work. */
    private void streamed(String session, String message) {
        ObjectNode time = (ObjectNode) kept.find(session, message).path("time");
        if (!time.has("streamed")) {
            time.put("streamed", tick());
            emit(session, "session.step.streamed", OpenCode2Data.about(session, message));
        }
    }

    private void spend(String session) {
        ObjectNode usage = OpenCode2Data.of(session).put("cost", 0.25);
        emit(session, "session.usage.updated", usage.set("tokens", OpenCode2Data.tokens()));
    }

    /** A step fails, and the run may go on. */
    public synchronized void fails(String session, String message, String why) {
        stepFails(session, message, OpenCode2Data.error("provider.internal", why));
    }

    private void stepFails(String session, String message, ObjectNode error) {
        ObjectNode step = kept.find(session, message).put("finish", "error").put("cost", 0.25);
        ((ObjectNode) step.path("time")).put("completed", tick());
        step.set("error", error);
        ObjectNode data = OpenCode2Data.about(session, message);
        data.set("error", error);
        data.put("cost", 0.25).set("tokens", OpenCode2Data.tokens());
        emit(session, "session.step.failed", data);
        spend(session);
    }

    public synchronized void retry(String session, String message, int attempt, String why) {
        ObjectNode retry = JSON.createObjectNode().put("attempt", attempt).put("at", clock + 60_000);
        retry.set("error", OpenCode2Data.error("provider.internal", why));
        kept.find(session, message).set("retry", retry);
        emit(
                session,
                "session.retry.scheduled",
                OpenCode2Data.about(session, message).setAll(retry));
    }

    public synchronized void succeed(String session) {
        rest(session, "succeeded");
        emit(session, "session.execution.succeeded", OpenCode2Data.of(session));
    }

    public synchronized void fail(String session, String why) {
        ObjectNode error = OpenCode2Data.error("provider.invalid", why);
        kept.openAnswer(session)
                .ifPresent(open -> stepFails(session, open.path("id").asText(), error));
        rest(session, "failed");
        emit(session, "session.execution.failed", OpenCode2Data.of(session).set("error", error));
    }

    /** What is open is aborted first; a server that is shut down writes no mark, and leaves the outcome before. */
    public synchronized void interrupted(String session, String reason) {
        kept.openAnswer(session).map(open -> open.path("id").asText()).ifPresent(open -> abort(session, open));
        if (reason.equals("shutdown")) {
            active.remove(session);
        } else {
            rest(session, "interrupted");
        }
        emit(session, "session.execution.interrupted", OpenCode2Data.of(session).put("reason", reason));
    }

    private void abort(String session, String message) {
        for (JsonNode part : kept.content(session, message).deepCopy()) {
            if (part.at("/state/status").asText().equals("running")) {
                failCall(session, message, part.path("id").asText(), INTERRUPTED);
            }
        }
        stepFails(session, message, OpenCode2Data.error(ABORTED, "Step interrupted"));
    }

    private void rest(String session, String outcome) {
        active.remove(session);
        kept.message(session, "msg_" + nextId(), "idle", tick()).put("outcome", outcome);
        ObjectNode info = sessions.get(session).put("outcome", outcome);
        ((ObjectNode) info.path("time")).put("idle", clock);
    }

    public synchronized String askPermission(String session, String command) {
        return ask(OpenCode2Requests.permission(session, "per_" + nextId(), command));
    }

    /** One for several resources, with a plugin's reason. */
    public synchronized String askPermission(String session, List<String> resources, String reason) {
        return ask(OpenCode2Requests.permission(session, "per_" + nextId(), resources, reason));
    }

    private String ask(ObjectNode request) {
        String session = request.path("sessionID").asText();
        kept.openAnswer(session)
                .ifPresent(open -> streamed(session, open.path("id").asText()));
        permissions.add(request);
        emit(session, "permission.asked", request);
        return request.path("id").asText();
    }

    /** A form of one choice, several choices and one's own words. */
    public synchronized String askForm(String session) {
        return ask(session, OpenCode2Requests.form(session, "frm_" + nextId()));
    }

    /** A form of an MCP server, which belongs to no session. */
    public synchronized String askForNobody() {
        return ask("global", OpenCode2Requests.external("global", "frm_" + nextId()));
    }

    private String ask(String session, ObjectNode form) {
        forms.add(form);
        emit(session, "form.created", JSON.createObjectNode().set("form", form));
        return form.path("id").asText();
    }

    /** Somebody else gives it another name. */
    public synchronized void rename(String session, String title) {
        sessions.get(session).put("title", title);
        emit(session, "session.renamed", OpenCode2Data.of(session).put("title", title));
    }

    /** What a release of tomorrow may send. */
    public synchronized void emitUnknown(String session) {
        emit(session, "session.dreamt", OpenCode2Data.of(session).put("of", "sheep"));
    }

    String create(JsonNode wanted) {
        String id = "ses_" + server + "x" + nextId();
        ObjectNode session = JSON.createObjectNode().put("id", id).put("agent", "build");
        for (String same : new String[] {"title", "parentID", "agent"}) {
            if (wanted.has(same)) {
                session.set(same, wanted.path(same));
            }
        }
        session.putObject("location")
                .put("directory", wanted.at("/location/directory").asText("/home/dev/project"));
        session.putObject("time").put("created", tick()).put("updated", clock);
        sessions.put(id, session);
        events.emit(id, "session.created", OpenCode2Data.created(session), clock);
        return id;
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
        events.emit(session, type, data, tick());
    }
}
