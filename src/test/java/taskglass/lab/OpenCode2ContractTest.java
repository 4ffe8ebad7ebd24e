package taskglass.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The scripted server of 2.0.26 tells the same stories as the recorded one: events of the same types, with the same fields. */
class OpenCode2ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What depends on the model's pace, on the tool, or on what is compared with nothing. */
    private static final String LEFT_OUT =
            "server\\..*|shell\\..*|.*\\.delta|session\\.text\\..*|session\\.tool\\.progress|session\\.renamed";

    private final List<JsonNode> told = new ArrayList<>();
    private final OpenCode2Agents agents = new OpenCode2Agents(this::take);
    private final String session = agents.session("A story");

    @Test
    void anAnswerWithoutTools() {
        agents.begin(session, "text=hi");
        String step = agents.step(session);
        agents.text(session, step, "hi");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        assertTellsAs("no-tools");
    }

    @Test
    void threeCallsOneAfterAnother() {
        agents.begin(session, "steps=3");
        for (int call = 0; call < 3; call++) {
            String step = agents.step(session);
            agents.call(session, step, "call_" + call, "shell");
            agents.callEnds(session, step, "call_" + call);
            agents.stepEnds(session, step, "tool-calls");
        }
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        assertTellsAs("three-tools");
    }

    @Test
    void aStopWithinACall() {
        agents.begin(session, "steps=1");
        agents.call(session, agents.step(session), "call_0", "shell");
        agents.interrupted(session, "user");
        assertTellsAs("interrupt-in-tool");
    }

    @Test
    void aRejectedPermission() {
        agents.begin(session, "steps=1");
        String step = agents.step(session);
        agents.call(session, step, "call_0", "webfetch");
        String request = agents.askPermission(session, "http://127.0.0.1:4190/page");
        agents.emit(
                session,
                "permission.replied",
                OpenCode2Data.of(session).put("requestID", request).put("reply", "reject"));
        agents.decline(session, step, "call_0", "The user declined this tool call");
        agents.interrupted(session, "shutdown");
        assertTellsAs("permission-reject");
    }

    @Test
    void aQueuedPrompt() {
        agents.begin(session, "steps=2");
        for (int call = 0; call < 2; call++) {
            String step = agents.step(session);
            agents.call(session, step, "call_" + call, "shell");
            if (call == 0) {
                agents.queue(session, "steps=1");
            }
            agents.callEnds(session, step, "call_" + call);
            agents.stepEnds(session, step, "tool-calls");
        }
        agents.stepEnds(session, agents.step(session), "stop");
        agents.deliver(session);
        String last = agents.step(session);
        agents.call(session, last, "call_2", "shell");
        agents.callEnds(session, last, "call_2");
        agents.stepEnds(session, last, "tool-calls");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        assertTellsAs("prompt-queued");
    }

    private void assertTellsAs(String story) {
        List<JsonNode> recorded = recorded(story);
        assertThat(types(told)).isEqualTo(types(recorded));
        Map<String, Set<String>> fields = fields(told);
        fields(recorded)
                .forEach((type, names) -> assertThat(fields.get(type)).as(type).isEqualTo(names));
    }

    private void take(String frame) {
        try {
            told.add(JSON.readTree(frame.substring("data: ".length())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<JsonNode> recorded(String story) {
        String resource = "/opencode/2.0.26-shim/" + story + ".json";
        try (InputStream in = OpenCode2ContractTest.class.getResourceAsStream(resource)) {
            List<JsonNode> events = new ArrayList<>();
            JSON.readTree(in).path("events").forEach(event -> events.add(event.path("data")));
            return events.stream().filter(event -> event.has("type")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("type").asText())
                // The model that gives titles spends something, too, whenever it is done.
                .filter(type -> !type.matches(LEFT_OUT) && !type.equals("session.usage.updated"))
                .toList();
    }

    /** Of the first event of each type: those of the event, and those of its data. */
    private static Map<String, Set<String>> fields(List<JsonNode> events) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        for (JsonNode event : events) {
            String type = event.path("type").asText();
            if (!type.matches(LEFT_OUT) && !fields.containsKey(type)) {
                Set<String> names = new TreeSet<>();
                event.fieldNames().forEachRemaining(names::add);
                event.path("data").fieldNames().forEachRemaining(name -> names.add("data." + name));
                fields.put(type, names);
            }
        }
        return fields;
    }
}
