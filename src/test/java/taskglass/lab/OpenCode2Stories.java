package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** The recorded stories of a V2 server, played on an {@link OpenCode2}: what was asked by HTTP is asked by HTTP here. */
record OpenCode2Stories(ServerApi api, OpenCode2Agents agents) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHELL = "shell";
    private static final String ONCE = "call_1";

    /** Plays it to its end; returns its session. */
    String play(String story) {
        String session = create();
        switch (story) {
            case "no-tools" -> {
                prompt(session, "");
                last(session);
            }
            case "three-tools" -> works(session, 3);
            case "parallel-tools" -> parallel(session);
            case "two-prompts" -> {
                works(session, 2);
                works(session, 1);
            }
            case "prompt-queued", "prompt-steered" -> twoAtOnce(session, story.substring("prompt-".length()));
            case "subagent", "subagent-background" -> subagent(session, story.endsWith("background"));
            case "permission-once" -> permission(session, "once", "");
            case "permission-always" -> {
                permission(session, "always", "");
                prompt(session, "");
                step(session, "webfetch", ONCE);
                last(session);
            }
            case "permission-reject" -> permission(session, "reject", "");
            case "permission-reject-with-message" -> permission(session, "reject", "use another page");
            case "question-answered" -> question(session);
            default -> stopped(session, story);
        }
        return session;
    }

    private void stopped(String session, String story) {
        prompt(session, "");
        String step = agents.step(session);
        switch (story) {
            case "interrupt-in-tool", "deleted-while-running" -> {
                agents.text(session, step, "Working on it.");
                agents.call(session, step, ONCE, SHELL);
                agents.progress(session, ONCE);
                if (story.startsWith("deleted")) {
                    api.delete("/api/session/" + session);
                } else {
                    post(session, "/interrupt", JSON.createObjectNode());
                }
            }
            case "interrupt-in-text" -> {
                agents.text(session, step, "Working on it.");
                post(session, "/interrupt", JSON.createObjectNode());
            }
            case "provider-400" -> agents.fail(session, "scripted failure 400");
            case "provider-500" -> {
                agents.retry(session, step, 2, "scripted failure 500");
                agents.stepAgain(session, step);
                agents.retry(session, step, 3, "scripted failure 500");
                post(session, "/interrupt", JSON.createObjectNode());
            }
            default -> throw new IllegalArgumentException(story);
        }
    }

    private void works(String session, int calls) {
        prompt(session, "");
        IntStream.range(0, calls).forEach(call -> step(session, SHELL, "call_" + call));
        last(session);
    }

    private void parallel(String session) {
        prompt(session, "");
        List<String> calls = List.of("call_1", "call_2", "call_3", "call_4");
        String step = agents.step(session);
        agents.text(session, step, "Working on all.");
        agents.calls(session, step, SHELL, calls);
        calls.forEach(call -> agents.callEnds(session, step, call));
        agents.stepEnds(session, step, "tool-calls");
        last(session);
    }

    private void twoAtOnce(String session, String how) {
        prompt(session, "");
        String step = agents.step(session);
        agents.text(session, step, "Working on it.");
        agents.call(session, step, ONCE, SHELL);
        agents.progress(session, ONCE);
        prompt(session, how.equals("queued") ? "queue" : "steer");
        agents.callEnds(session, step, ONCE);
        agents.stepEnds(session, step, "tool-calls");
        step(session, SHELL, "call_2");
        if (how.equals("queued")) {
            answer(session);
            agents.deliver(session);
            step(session, SHELL, "call_3");
        }
        last(session);
    }

    private void subagent(String session, boolean background) {
        prompt(session, "");
        String step = agents.step(session);
        agents.text(session, step, "Working on it.");
        agents.call(session, step, ONCE, "subagent");
        String child = agents.subagent(session, ONCE, "look for it");
        if (background) {
            parentEnds(session, step);
            childWorks(child);
            agents.wake(session, "<subagent>done</subagent>");
            last(session);
        } else {
            childWorks(child);
            parentEnds(session, step);
        }
    }

    private void parentEnds(String session, String step) {
        agents.callEnds(session, step, ONCE);
        agents.stepEnds(session, step, "tool-calls");
        last(session);
    }

    private void childWorks(String child) {
        step(child, SHELL, "call_2");
        step(child, SHELL, "call_3");
        last(child);
    }

    private void permission(String session, String decision, String message) {
        prompt(session, "");
        String step = agents.step(session);
        agents.text(session, step, "Working on it.");
        agents.call(session, step, ONCE, "webfetch");
        String request = agents.askPermission(session, "webfetch", List.of("http://127.0.0.1/page"), "");
        ObjectNode body = JSON.createObjectNode().put("decision", decision);
        post(session, "/permission/" + request + "/reply", message.isEmpty() ? body : body.put("message", message));
        if (!decision.equals("reject")) {
            agents.callEnds(session, step, ONCE);
        }
        if (!decision.equals("reject") || !message.isEmpty()) {
            agents.stepEnds(session, step, "tool-calls");
            last(session);
        }
    }

    private void question(String session) {
        prompt(session, "");
        String step = agents.step(session);
        agents.text(session, step, "Working on it.");
        agents.call(session, step, ONCE, "question");
        String form = agents.askForm(session);
        ObjectNode body = JSON.createObjectNode();
        body.putObject("answer").put("channel", "s");
        post(session, "/form/" + form + "/reply", body);
        agents.callEnds(session, step, ONCE);
        agents.stepEnds(session, step, "tool-calls");
        last(session);
    }

    /** An answer of one call. */
    private void step(String session, String tool, String call) {
        String step = agents.step(session);
        agents.text(session, step, "Working on it.");
        agents.call(session, step, call, tool);
        agents.callEnds(session, step, call);
        agents.stepEnds(session, step, "tool-calls");
    }

    private void last(String session) {
        answer(session);
        agents.succeed(session);
    }

    private void answer(String session) {
        String step = agents.step(session);
        agents.text(session, step, "done");
        agents.stepEnds(session, step, "stop");
    }

    private String create() {
        ObjectNode body = JSON.createObjectNode().put("title", "A story").put("agent", "build");
        body.putObject("location").put("directory", "/home/dev/project");
        return api.post("/api/session", body).at("/data/id").asText();
    }

    private void prompt(String session, String delivery) {
        ObjectNode body = JSON.createObjectNode().put("text", "do it");
        post(session, "/prompt", delivery.isEmpty() ? body : body.put("delivery", delivery));
    }

    private void post(String session, String path, ObjectNode body) {
        api.post("/api/session/" + session + path, body);
    }
}
