package taskglass.opencode.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.events.EventWire;
import taskglass.opencode.session.SessionPages;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Answer;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest.Read;

/** An id that could become another path or command is not let in, in whatever a server sends; what stands beside it is. */
class WireIdsTest {
    private static final ServerId SERVER = new ServerId("http://127.0.0.1:4096");

    private final MockWebServer web = new MockWebServer();
    private final Answers answers = new Answers();
    private OpenCodeClient client;

    @BeforeEach
    void start() throws IOException {
        web.setDispatcher(answers);
        web.start();
        ServerId server = new ServerId(web.url("/").toString());
        client = new OpenCodeClient(new Endpoint(server, Optional.empty()), new OkHttpClient());
        answers.put("/global/health", "{\"healthy\":true,\"version\":\"1.2.27\"}");
        client.identify();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "a b", "a;rm -rf ~", "$(id)", "ses_\u001b[2J", "ses_\u202e1", "", "é", "a/b", "a%2fb"})
    void aSessionWithSuchAnIdIsLeftOutAlone(String id) throws IOException {
        answers.put("/experimental/session", "[" + session(id, "") + "," + session("ses_1", "") + "]");
        assertThat(listed()).containsExactly("ses_1");
        assertThat(client.ids().refused()).hasSize(1);
    }

    @Test
    void anIdOf128CharactersIsTakenAndOneOf129IsNot() throws IOException {
        answers.put(
                "/experimental/session", "[" + session("a".repeat(128), "") + "," + session("b".repeat(129), "") + "]");
        assertThat(listed()).containsExactly("a".repeat(128));
    }

    @Test
    void aSessionWhoseParentHasSuchAnIdIsLeftOut() throws IOException {
        answers.put("/experimental/session", "[" + session("ses_1", "../../auth") + "]");
        assertThat(listed()).isEmpty();
    }

    @Test
    void theSameIdAgainAndAgainIsOneWarning() throws IOException {
        answers.put("/experimental/session", "[" + session("../x", "") + "]");
        listed();
        listed();
        assertThat(client.ids().refused()).containsExactly("../x");
    }

    @Test
    void aWarningNamesTheIdLegibly() throws IOException {
        answers.put("/experimental/session", "[" + session("\u001b]0;x", "") + "]");
        listed();
        assertThat(client.ids().refused()).containsExactly("\\u001b]0;x");
    }

    @Test
    void aPageOfWhichItemsWereLeftOutIsNotTheLast() throws IOException {
        StringBuilder page = new StringBuilder("[" + session("../x", ""));
        for (int i = 1; i < SessionPages.PER_PAGE; i++) {
            page.append(',').append(session("ses_" + i, ""));
        }
        answers.put("/experimental/session", page + "]", "[" + session("ses_last", "") + "]");
        assertThat(listed()).contains("ses_last");
    }

    @Test
    void aStatusOfSuchASessionIsLeftOut() throws IOException {
        answers.put("/session/status", "{\"../x\":{\"type\":\"busy\"},\"ses_1\":{\"type\":\"busy\"}}");
        assertThat(client.activities("").active()).containsOnlyKeys("ses_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/permission", "/question"})
    void aRequestWithSuchAnIdIsLeftOutAlone(String list) throws IOException {
        answers.put("/session/status", "{}");
        answers.put("/permission", "[]");
        answers.put("/question", "[]");
        answers.put(
                list,
                "[{\"id\":\"../../session/ses_1/abort?\",\"sessionID\":\"ses_1\"},{\"id\":\"per_1\",\"sessionID\":\"ses_1\"}]");
        assertThat(client.doingsAndAsks("").asks().orElseThrow().get("ses_1"))
                .extracting(ask -> ask.id())
                .containsExactly("per_1");
    }

    @Test
    void aMessageWithSuchAnIdIsLeftOutAlone() throws IOException {
        answers.put(
                "/session/ses_1/message",
                "[" + message("msg_1", "") + "," + message("msg_2", "../../x") + "," + message("a/b", "") + "]");
        assertThat(client.read(read()).facts())
                .extracting(fact -> ((Fact.Answered) fact).message().id())
                .containsExactly("msg_1");
    }

    @Test
    void nothingIsSentToAPathThatAnIdHasMade() throws IOException {
        ServerTrouble trouble = catchThrowableOfType(
                ServerTrouble.class, () -> client.answer(info("ses_1"), "../../session/ses_1", new Answer.Once()));
        assertThat(trouble).isNotNull();
        assertThat(answers.asked).doesNotContain("/session/ses_1/reply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"session.updated\",\"properties\":{\"info\":{\"id\":\"../x\"}}}",
                "{\"type\":\"session.updated\",\"properties\":{\"info\":{\"id\":\"ses_1\",\"parentID\":\"../x\"}}}",
                "{\"type\":\"session.idle\",\"properties\":{\"sessionID\":\"../x\"}}",
                "{\"type\":\"message.updated\",\"properties\":{\"info\":{\"role\":\"user\",\"id\":\"../x\",\"sessionID\":\"ses_1\"}}}",
                "{\"type\":\"message.part.updated\",\"properties\":{\"part\":{\"type\":\"tool\",\"messageID\":\"../x\",\"sessionID\":\"ses_1\"}}}",
                "{\"type\":\"message.part.delta\",\"properties\":{\"sessionID\":\"../x\"}}",
                "{\"type\":\"permission.asked\",\"properties\":{\"id\":\"../x\",\"sessionID\":\"ses_1\"}}",
                "{\"type\":\"permission.replied\",\"properties\":{\"requestID\":\"../x\",\"sessionID\":\"ses_1\"}}",
                "{\"type\":\"permission.v2.asked\",\"properties\":{\"id\":\"../x\",\"sessionID\":\"ses_1\"}}",
                "{\"type\":\"form.created\",\"data\":{\"form\":{\"id\":\"../x\",\"sessionID\":\"ses_1\"}}}",
                "{\"type\":\"session.step.started\",\"data\":{\"sessionID\":\"ses_1\",\"assistantMessageID\":\"../x\"}}",
                "{\"type\":\"session.execution.started\",\"data\":{\"sessionID\":\"../x\"}}",
                "{\"type\":\"form.replied\",\"data\":{\"sessionID\":\"ses_1\",\"formID\":\"../x\"}}",
                "{\"type\":\"session.inbox.enqueued\",\"data\":{\"sessionID\":\"ses_1\",\"inboxID\":\"../x\","
                        + "\"item\":{\"type\":\"user\",\"payload\":{\"text\":\"a\"}}}}",
                "{\"type\":\"session.input.admitted\",\"data\":{\"sessionID\":\"ses_1\",\"inputID\":\"../x\","
                        + "\"input\":{\"type\":\"user\",\"data\":{\"text\":\"a\"}}}}",
                "{\"type\":\"session.execution.started\",\"durable\":{\"aggregateID\":\"../x\"},\"data\":{\"sessionID\":\"ses_1\"}}",
            })
    void anEventWithSuchAnIdTellsNothing(String event) throws IOException {
        V2SessionIndex index = new V2SessionIndex();
        EventWire wire = new EventWire(SERVER, index, new WireIds());
        assertThat(wire.parse("{\"payload\":" + event + "}")).isEmpty();
        assertThat(index.any() && index.has("../x")).isFalse();
    }

    @Test
    void callsAgentsAndModelsAreText() throws IOException {
        EventWire wire = new EventWire(SERVER);
        assertThat(wire.parse(
                        "{\"payload\":{\"type\":\"message.part.updated\",\"properties\":{\"part\":{\"type\":\"tool\",\"id\":\"prt"
                            + " 1\",\"callID\":\"call:1/2\",\"tool\":\"mcp:a b\",\"messageID\":\"msg_1\","
                            + "\"sessionID\":\"ses_1\"}}}}"))
                .hasSize(1);
        assertThat(new WireIds().dropInvalid("/api/model", Http.JSON.readTree("{\"data\":[{\"id\":\"a/b:free\"}]}")))
                .isZero();
    }

    private List<String> listed() throws ServerTrouble {
        Sessions sessions = client.sessions(Optional.empty(), page -> {});
        return sessions.found().stream().map(found -> found.key().session()).toList();
    }

    private static String session(String id, String parent) {
        return Http.JSON
                .createObjectNode()
                .put("id", id)
                .put("parentID", parent)
                .put("title", "t")
                .toString();
    }

    private static String message(String id, String prompt) {
        return "{\"info\":{\"role\":\"assistant\",\"id\":\"" + id + "\",\"parentID\":\"" + prompt + "\"},\"parts\":[]}";
    }

    private Read read() {
        return new Read(info("ses_1"), "", true);
    }

    private SessionInfo info(String id) {
        return new SessionInfo(
                new TaskKey(client.server(), id),
                "t",
                Optional.empty(),
                "",
                Assignment.UNKNOWN,
                new SessionInfo.Times(Instant.EPOCH, Instant.EPOCH));
    }

    /** By path what a server answers, one after the other, the last for ever. */
    private static final class Answers extends Dispatcher {
        private final Map<String, Deque<String>> all = new ConcurrentHashMap<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();

        void put(String path, String... bodies) {
            all.put(path, new ConcurrentLinkedDeque<>(List.of(bodies)));
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            asked.add(path);
            Deque<String> bodies = all.getOrDefault(path, new ArrayDeque<>());
            if (bodies.isEmpty()) {
                return new MockResponse(404, Headers.of("Content-Type", "application/json"), "{}");
            }
            String body = bodies.size() > 1 ? bodies.removeFirst() : bodies.getFirst();
            return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
        }
    }
}
