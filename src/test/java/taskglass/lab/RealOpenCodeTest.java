package taskglass.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the other tests against a real server rely on. */
@NeedsOpenCode
class RealOpenCodeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPromptOfThreeStepsLeavesThreeCompletedCommands() throws Exception {
        RealOpenCode server = RealOpenCode.shared();
        Path directory = server.newDirectory("three-steps");
        String session = newSession(server, directory);
        server.post("/session/" + session + "/prompt_async" + query(directory), prompt("steps=3"));
        Await.until("the session has its answer", () -> answered(server.messages(session, directory)));
        assertThat(toolsOf(server.messages(session, directory)))
                .containsExactly("bash completed", "bash completed", "bash completed");
    }

    @Test
    void itIsTheVersionThatIsAskedFor() {
        JsonNode health = RealOpenCode.shared().get("/global/health");
        assertThat(health.path("version").asText()).isEqualTo(RealOpenCode.PINNED);
    }

    @Test
    void aRestartKeepsThePortAndTheSessions() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(RealOpenCode.PINNED, model, "secret")) {
            String session = newSession(server, server.project());
            server.restartOnSamePort();
            assertThat(server.get("/session/" + session).path("id").asText()).isEqualTo(session);
        }
    }

    @Test
    void aStoppedServerAnswersNobody() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model)) {
            server.stop();
            assertThat(new ServerApi(server.baseUrl(), "").status("/global/health"))
                    .isZero();
        }
    }

    private static String newSession(RealOpenCode server, Path directory) {
        return server.post("/session" + query(directory), JSON.createObjectNode())
                .path("id")
                .asText();
    }

    private static String query(Path directory) {
        return "?directory=" + RealOpenCode.encoded(directory);
    }

    private static JsonNode prompt(String text) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("parts").addObject().put("type", "text").put("text", text);
        return body;
    }

    private static boolean answered(JsonNode messages) {
        JsonNode last = messages.path(messages.size() - 1).path("info");
        return "stop".equals(last.path("finish").asText()) && last.path("time").has("completed");
    }

    private static List<String> toolsOf(JsonNode messages) {
        List<String> tools = new ArrayList<>();
        for (JsonNode message : messages) {
            for (JsonNode part : message.path("parts")) {
                if ("tool".equals(part.path("type").asText())) {
                    String status = part.path("state").path("status").asText();
                    tools.add(part.path("tool").asText() + " " + status);
                }
            }
        }
        return tools;
    }
}
