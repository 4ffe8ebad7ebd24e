package taskglass.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.ServerApi.Answered;

/** The scripted OpenCode 2 speaks as the recordings do: what is tested against it, is tested against them. */
class OpenCode2RecordingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MESSAGES = "/rest/messages/data";

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private OpenCode2 server;
    private ServerApi api;

    @BeforeEach
    void start() throws IOException {
        server = new OpenCode2(frame -> events.add(json(frame.substring("data: ".length()))));
        api = new ServerApi(server.baseUrl(), OpenCode2.PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-tools",
                "three-tools",
                "parallel-tools",
                "two-prompts",
                "prompt-queued",
                "prompt-steered",
                "subagent",
                "subagent-background",
                "permission-once",
                "permission-always",
                "permission-reject",
                "permission-reject-with-message",
                "question-answered",
                "interrupt-in-tool",
                "interrupt-in-text",
                "deleted-while-running",
                "provider-400",
                "provider-500"
            })
    void theSameStoryIsReportedByTheSameEventsWithTheSameFields(String story) throws IOException {
        play(story);
        List<JsonNode> recorded = recording(story)
                .path("events")
                .valueStream()
                .filter(event -> event.has("data"))
                .map(event -> event.path("data"))
                .toList();
        assertThat(WireShape.ofEvents(events)).isEqualTo(WireShape.ofEvents(recorded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-tools",
                "three-tools",
                "parallel-tools",
                "two-prompts",
                "prompt-queued",
                "prompt-steered",
                "subagent",
                "subagent-background",
                "permission-once",
                "permission-always",
                "permission-reject",
                "permission-reject-with-message",
                "question-answered",
                "interrupt-in-tool",
                "interrupt-in-text",
                "provider-400",
                "provider-500"
            })
    void theSameStoryLeavesTheSameSessionAndMessages(String story) throws IOException {
        String session = "/api/session/" + play(story);
        JsonNode recorded = recording(story);
        assertThat(WireShape.of(api.get(session).path("data")))
                .isEqualTo(WireShape.of(recorded.at("/rest/session/data")));
        assertThat(api.get(session + "/message").path("data").valueStream().map(WireShape::of))
                .isEqualTo(
                        recorded.at(MESSAGES).valueStream().map(WireShape::of).toList());
    }

    @Test
    void theSameMistakesGetTheSameAnswers() throws IOException {
        server.location().remove("/no/such/place");
        Map<String, String> ours = new HashMap<>();
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (JsonNode request : recording("errors").path("requests")) {
            String recorded = shape(request.path("status").asInt(), request.path("response"));
            expected.add(request.path("path").asText() + " " + recorded);
            Answered answer = ask(request, ours);
            JsonNode body = answer.body().isEmpty() ? TextNode.valueOf("") : JSON.readTree(answer.body());
            answered.add(request.path("path").asText() + " " + shape(answer.status(), body));
            ours.put(
                    request.at("/response/data/id").asText("none"),
                    body.at("/data/id").asText());
        }
        assertThat(answered).isEqualTo(expected);
    }

    /** The recorded request, about the session that stands for the recorded one here; one was made without a password. */
    private Answered ask(JsonNode request, Map<String, String> ours) {
        String path = request.path("path").asText();
        for (Map.Entry<String, String> session : ours.entrySet()) {
            path = path.replace(session.getKey(), session.getValue());
        }
        boolean open = request.path("status").asInt() == 401;
        return new ServerApi(server.baseUrl(), open ? "" : OpenCode2.PASSWORD)
                .ask(
                        request.path("method").asText(),
                        path,
                        request.path("body").isNull()
                                ? ""
                                : request.path("body").toString());
    }

    private static String shape(int status, JsonNode body) {
        return status + " " + body.path("_tag").asText() + " " + WireShape.of(body);
    }

    private String play(String story) {
        return new OpenCode2Stories(api, server.agents()).play(story);
    }

    private static JsonNode recording(String story) throws IOException {
        try (InputStream in = OpenCode2.class.getResourceAsStream("/opencode/2.0.26-shim/" + story + ".json")) {
            return JSON.readTree(in);
        }
    }

    private static JsonNode json(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (IOException e) {
            throw new AssertionError(frame, e);
        }
    }
}
