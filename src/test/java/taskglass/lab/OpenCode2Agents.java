package taskglass.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** What the agents of an {@link OpenCode2} do in its sessions, as a test tells it. Safe from any thread. */
public final class OpenCode2Agents extends OpenCode2Sessions {
    final OpenCode2Asks asks;
    private final OpenCode2Steps steps;

    /** Each event goes to {@code frames}, as it is sent. */
    OpenCode2Agents(Consumer<String> frames, OpenCode2Location location) {
        super(frames);
        asks = new OpenCode2Asks(events, runs, location);
        steps = new OpenCode2Steps(events, runs);
    }

    /** OpenCode itself adds a message, and a session that rests begins to work on it. */
    public synchronized String wake(String session, String text) {
        ObjectNode payload = JSON.createObjectNode().put("text", text).put("description", "sub 0");
        payload.putObject("metadata").put("source", "subagent");
        return runs.admit(sessions.get(session), "synthetic", payload, OpenCode2Runs.STEER, true);
    }

    /** What has waited longest is delivered to the execution that goes on. */
    public synchronized void deliver(String session) {
        runs.deliverQueued(sessions.get(session));
    }

    /** An execution begins without a prompt, as a managed service begins one at its start for a run that was cut. */
    public synchronized void execute(String session) {
        runs.begin(sessions.get(session));
    }

    /** A step of the model begins, with all prompts that steer; returns its message. */
    public synchronized String step(String session) {
        runs.deliverSteering(sessions.get(session));
        return steps.begin(sessions.get(session));
    }

    /** The same answer is tried once more. */
    public synchronized void stepAgain(String session, String message) {
        steps.beginAgain(sessions.get(session), message);
    }

    /** A tool is called and is at work. */
    public synchronized void call(String session, String message, String call, String tool) {
        calls(session, message, tool, List.of(call));
    }

    /** Several at once, in one answer. */
    public synchronized void calls(String session, String message, String tool, List<String> calls) {
        steps.call(sessions.get(session), message, tool, calls);
    }

    public synchronized void progress(String session, String call) {
        steps.progress(sessions.get(session), call, JSON.createObjectNode().put("truncated", false));
    }

    /** A program that the model wrote calls these tools, one after another; and how each went stands in its own call. */
    public synchronized void program(String session, String call, List<String> tools) {
        ObjectNode metadata = JSON.createObjectNode();
        ArrayNode calls = metadata.putArray("toolCalls");
        tools.forEach(tool -> calls.addObject().put("tool", tool).put("status", "completed"));
        steps.progress(sessions.get(session), call, metadata);
    }

    public synchronized void callEnds(String session, String message, String call) {
        steps.callEnds(sessions.get(session), message, call);
    }

    /** The call begins a session of its own, which begins to work; returns that. */
    public synchronized String subagent(String session, String call, String prompt) {
        OpenCode2Session parent = sessions.get(session);
        runs.textEnds(parent);
        ObjectNode wanted = JSON.createObjectNode().put("parentID", session);
        wanted.putObject("location").put("directory", parent.directory());
        String child = create(wanted.put("title", "sub 0").put("agent", "general")).id;
        runs.streamed(parent);
        steps.progress(
                parent, call, JSON.createObjectNode().put("sessionID", child).put("status", "running"));
        prompt(child, prompt, OpenCode2Runs.STEER);
        return child;
    }

    public synchronized void text(String session, String message, String text) {
        steps.write(sessions.get(session), message, text);
    }

    public synchronized void stepEnds(String session, String message, String finish) {
        steps.end(sessions.get(session), message, finish);
    }

    /** The answer that is open fails, and the run may go on. */
    public synchronized void fails(String session, String why) {
        runs.stepFails(sessions.get(session), OpenCode2Data.error("provider.internal", why));
    }

    /** A call fails since a person did not permit it, or did not want to answer. */
    public synchronized void decline(String session, String call, String error) {
        runs.callFails(sessions.get(session), call, OpenCode2Data.aborted(error));
    }

    public synchronized void retry(String session, String message, int attempt, String why) {
        steps.retry(sessions.get(session), message, attempt, why);
    }

    public synchronized void succeed(String session) {
        runs.succeed(sessions.get(session));
    }

    public synchronized void fail(String session, String why) {
        runs.fail(sessions.get(session), OpenCode2Data.error("provider.invalid-request", why));
    }

    public synchronized void interrupted(String session, String reason) {
        runs.interrupt(sessions.get(session), reason, "Tool execution interrupted");
        asks.forget(session);
    }

    /** Its server ends in the middle of the work, and nobody can say or store that any more. */
    public synchronized void left(String session) {
        sessions.get(session).active = false;
    }

    /** A person stops it, and with it first its subagents. */
    synchronized void stop(String session) {
        sessions.values().stream()
                .filter(child ->
                        child.active && child.info.path("parentID").asText().equals(session))
                .map(child -> child.id)
                .toList()
                .forEach(this::stop);
        interrupted(session, "user");
    }

    public synchronized String askPermission(String session, String command) {
        return askPermission(session, "shell", List.of(command), "");
    }

    /** One for several resources, with a plugin's reason. */
    public synchronized String askPermission(String session, List<String> resources, String reason) {
        return askPermission(session, "shell", resources, reason);
    }

    synchronized String askPermission(String session, String action, List<String> resources, String reason) {
        ObjectNode request = OpenCode2Requests.permission(session, "per_" + events.nextId(), action, resources);
        return asks.permission(sessions.get(session), reason.isEmpty() ? request : request.put("message", reason));
    }

    /** A form of one choice, several choices and a text. */
    public synchronized String askForm(String session) {
        return asks.form(sessions.get(session), OpenCode2Requests.form(session, "frm_" + events.nextId()));
    }

    /** A form of an MCP server, which belongs to no session. */
    public synchronized String askForNobody() {
        ObjectNode form = OpenCode2Requests.external("global", "frm_" + events.nextId());
        return asks.form(OpenCode2Location.DEFAULT, form);
    }

    /** One that works is stopped first. */
    synchronized void delete(String session) {
        OpenCode2Session deleted = sessions.get(session);
        if (deleted.active) {
            stop(session);
        }
        asks.forget(session);
        sessions.remove(session);
        events.send(deleted, "session.deleted", OpenCode2Data.of(session));
    }

    /** What a release of tomorrow may send. */
    public synchronized void emitUnknown(String session) {
        events.send(
                sessions.get(session),
                "session.dreamt",
                OpenCode2Data.of(session).put("of", "sheep"));
    }
}
