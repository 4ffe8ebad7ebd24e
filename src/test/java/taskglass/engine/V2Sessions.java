package taskglass.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import taskglass.lab.Await;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;

/** Sessions behind the V2 API that 1.18 has beside V1, made and read as another client would. */
public record V2Sessions(RealOpenCode server, Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Waits until the runtime has read its models: what it is prompted before, it drops without a word. */
    public static V2Sessions of(RealOpenCode server) {
        String where = "?location%5Bdirectory%5D=" + RealOpenCode.encoded(server.project());
        Await.until(
                "the V2 runtime knows the model",
                () -> server.get("/api/model" + where)
                        .path("data")
                        .findValuesAsText("id")
                        .contains("scripted"));
        return new V2Sessions(server, server.project());
    }

    String create() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("location").put("directory", directory.toString());
        return server.post("/api/session", body).at("/data/id").asText();
    }

    /** Creates a session that does what the script says. */
    public String run(String script) {
        String session = create();
        prompt(session, script);
        return session;
    }

    public void prompt(String session, String script) {
        post(session, script, JSON.createObjectNode());
    }

    /** Prompts a session that works: its turn comes when the work is done. */
    void queue(String session, String script) {
        post(session, script, JSON.createObjectNode().put("delivery", "queue"));
    }

    private void post(String session, String script, ObjectNode body) {
        body.putObject("prompt").put("text", script);
        server.post("/api/session/" + session + "/prompt", body);
    }

    /** Newest first, as the server has them. */
    JsonNode messages(String session) {
        return server.get("/api/session/" + session + "/message").path("data");
    }

    boolean isActive(String session) {
        return server.get("/api/session/active").path("data").has(session);
    }

    void awaitIdle(String session) {
        Await.until(
                session + " is idle on the server",
                () -> !isActive(session) && messages(session).size() > 1);
    }

    /** Distinct calls of the answers since the newest prompt. */
    int toolCalls(String session) {
        Set<String> calls = new HashSet<>();
        for (JsonNode message : messages(session)) {
            if (message.path("type").asText().equals("user")) {
                break;
            }
            for (JsonNode content : message.path("content")) {
                if (content.path("type").asText().equals("tool")) {
                    calls.add(content.path("id").asText());
                }
            }
        }
        return calls.size();
    }

    /** What the newest answer says of its end. */
    String finish(String session) {
        return newest(session).path("finish").asText();
    }

    /** The sentence of the error that the newest answer ended with; "" for none. */
    String error(String session) {
        return newest(session).at("/error/message").asText();
    }

    /** How the latest run ended, by its newest answer. */
    TaskStatus verdict(String session) {
        boolean stopped = newest(session).path("content").findValuesAsText("message").stream()
                .anyMatch("Tool execution interrupted"::equals);
        if (!error(session).isEmpty()) {
            return TaskStatus.FAILED;
        }
        return stopped ? TaskStatus.CANCELLED : TaskStatus.COMPLETED;
    }

    private JsonNode newest(String session) {
        for (JsonNode message : messages(session)) {
            if (message.path("type").asText().equals("assistant")) {
                return message;
            }
        }
        return JSON.missingNode();
    }
}
