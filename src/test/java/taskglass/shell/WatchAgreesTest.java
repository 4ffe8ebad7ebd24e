package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.Await;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;

/** The last line of {@code watch --json} for each task agrees with what its server says of the session's messages. */
@OnEachOpenCode
class WatchAgreesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** It drops a prompt for an agent that it does not know, and tells nobody. */
    private static final String SILENT = "1.2.27";

    @Parameter
    private String version;

    private RealOpenCode server;
    private WatchedSessions sessions;
    private Watching watch;

    @BeforeEach
    void watch() {
        server = RealOpenCode.shared(version);
        sessions = new WatchedSessions(server);
        watch = new Watching(server);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void ofAnAnswerWithoutTools() {
        assertAgrees(sessions.run("words=5"), 0);
    }

    @Test
    void ofThreeTools() {
        assertAgrees(sessions.run("steps=3"), 0);
    }

    @Test
    void ofParallelTools() {
        assertAgrees(sessions.run("steps=2 parallel=4"), 0);
    }

    @Test
    void ofTodos() {
        assertAgrees(sessions.run("steps=3 tool=todo"), 0);
    }

    @Test
    void ofARootAndItsSubagent() {
        String root = sessions.run("steps=1 tool=task sub=2");
        assertAgrees(root, 0);
        assertAgrees(sessions.onlyChild(root), 0);
    }

    @Test
    void ofAProvidersError() {
        assertAgrees(sessions.run("fail=400"), 0);
    }

    @Test
    void ofAnAbortInATool() {
        String session = sessions.run("steps=1 sleep=30");
        watch.awaitLine(session, line -> line.path("toolCalls").asInt() == 1);
        sessions.abort(session);
        assertAgrees(session, 0);
    }

    @Test
    void ofAnAbortInText() {
        String session = sessions.run("words=2000 delay=20");
        watch.awaitStatus(session, "running");
        sessions.abort(session);
        assertAgrees(session, 0);
    }

    @Test
    void ofAnAbortOfARootWithItsSubagent() {
        String root = sessions.run("steps=1 tool=task sub=0 subgate=never");
        watch.awaitLine(root, line -> line.path("toolCalls").asInt() == 1);
        Await.until("it has a child", () -> !sessions.children(root).isEmpty());
        watch.awaitStatus(sessions.onlyChild(root), "running");
        sessions.abort(root);
        assertAgrees(root, 0);
        assertAgrees(sessions.onlyChild(root), 0);
    }

    @Test
    void ofARejectedPermission() {
        String session = sessions.run("steps=1 tool=write");
        answerAttention(session, id -> sessions.permit(id, "reject"));
        assertAgrees(session, 0);
    }

    @Test
    void ofAPermissionGivenOnce() {
        String session = sessions.run("steps=1 tool=write");
        answerAttention(session, id -> sessions.permit(id, "once"));
        assertAgrees(session, 0);
    }

    @Test
    void ofAQuestion() {
        String session = sessions.run("steps=1 tool=question");
        ObjectNode red = JSON.createObjectNode();
        red.putArray("answers").addArray().add("red");
        answerAttention(session, id -> sessions.answer(id, red));
        assertAgrees(session, 0);
    }

    /** A permission of that tool, while it is open, makes some versions answer 400 to all who ask for the open ones. */
    @Test
    void ofAPermissionThatBreaksTheListOfThem() {
        String session = sessions.run("steps=1 tool=webfetch");
        answerAttention(session, id -> sessions.permit(id, "reject"));
        assertAgrees(session, 0);
    }

    @Test
    void ofACallThatIsRepeatedAgainAndAgain() {
        String session = sessions.run("steps=1 parallel=4 tool=read");
        answerAttention(session, id -> sessions.permit(id, "reject"));
        assertAgrees(session, 0);
    }

    @Test
    void ofAnAbortDuringARetry() {
        String session = sessions.run("fail=500");
        watch.awaitStatus(session, "retrying");
        sessions.abort(session);
        assertAgrees(session, 0);
    }

    /** Its messages say nothing of it: the last line has the words of the server's only event, if it sends one. */
    @Test
    void ofAnUnknownAgent() {
        String session = sessions.create();
        sessions.prompt(session, "no-such-agent", "steps=1");
        if (version.equals(SILENT)) {
            assertThat(server.messages(session, server.project())).isEmpty();
            assertAgrees(sessions.run("words=1"), 0);
            assertThat(watch.lines(session))
                    .allMatch(line -> line.path("status").asText().equals("idle"));
        } else {
            watch.awaitStatus(session, "failed");
            assertThat(watch.lines(session).getLast().path("error").asText()).contains("no-such-agent");
        }
    }

    /** Its messages are gone with it. */
    @Test
    void ofASessionThatIsDeletedWhileItRuns() {
        String session = sessions.run("steps=1 sleep=3");
        watch.awaitLine(session, line -> line.path("toolCalls").asInt() == 1);
        sessions.delete(session);
        watch.awaitStatus(session, "cancelled");
        assertThat(watch.lines(session).getLast().path("toolCalls").asInt()).isEqualTo(1);
    }

    @Test
    void ofASecondPrompt() {
        String session = sessions.run("steps=2");
        watch.awaitStatus(session, "completed");
        sessions.prompt(session, "build", "steps=1 gate=" + session);
        watch.awaitStatus(session, "running");
        server.model().gates().open(session);
        assertAgrees(session, 1);
    }

    @Test
    void ofAPromptWhileBusy() {
        String session = sessions.create();
        sessions.prompt(session, "build", "steps=1 gate=" + session);
        watch.awaitLine(session, line -> line.path("toolCalls").asInt() == 1);
        sessions.prompt(session, "build", "steps=1");
        server.model().gates().open(session);
        assertAgrees(session, 0);
    }

    /**
     * Once the last line tells an outcome and an exact count, it agrees; or the one after it does, for OpenCode 1.2 closes
     * an aborted message twice, 20 ms apart.
     */
    private void assertAgrees(String session, int prompt) {
        Await.until(session + " has settled", () -> settled(session));
        Await.until("its last line agrees", () -> disagreements(session, prompt).isEmpty());
    }

    private List<String> disagreements(String session, int prompt) {
        TranscriptTruth truth = TranscriptTruth.of(server.messages(session, server.project()), prompt);
        return truth.disagreements(watch.lines(session).getLast());
    }

    private boolean settled(String session) {
        List<JsonNode> lines = watch.lines(session);
        return !lines.isEmpty()
                && List.of("completed", "failed", "cancelled", "interrupted")
                        .contains(lines.getLast().path("status").asText())
                && lines.getLast().path("toolCallsExact").asBoolean();
    }

    private void answerAttention(String session, Consumer<String> answer) {
        watch.awaitStatus(session, "needs-you");
        answer.accept(watch.lines(session).getLast().at("/attention/id").asText());
    }
}
