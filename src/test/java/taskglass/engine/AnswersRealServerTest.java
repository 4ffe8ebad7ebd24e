package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;

/** Answers given from here, and what a real server makes of them; each test in a directory of its own. */
@OnEachOpenCode
class AnswersRealServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    private String version;

    private Rig rig;
    private Path directory;

    @BeforeEach
    void watch() throws IOException {
        rig = new Rig(RealOpenCode.shared(version));
        directory = rig.server.newDirectory("answers-" + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatIsAllowedOnceIsDoneAndAskedAgainTheNextTime() {
        String session = asks("steps=2 tool=write");
        String first = answer(session, new Answer.Once());
        awaitNext(session, first);
        assertThat(directory.resolve("out-0.txt")).hasContent("line");
        answer(session, new Answer.Once());
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void whatIsAlwaysAllowedIsNotAskedAgain() {
        String session = asks("steps=2 tool=write");
        answer(session, new Answer.Always());
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(directory.resolve("out-1.txt")).hasContent("line");
    }

    @Test
    void whatIsRejectedIsNotDoneAndEndsTheRun() {
        String session = asks("steps=1 tool=write");
        answer(session, new Answer.Reject(""));
        rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        assertThat(directory.resolve("out-0.txt")).doesNotExist();
    }

    @Test
    void anAgentGoesOnByTheWordsOfARejection() {
        String session = asks("steps=1 tool=write");
        answer(session, new Answer.Reject("use a table instead"));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(tool(session).at("/state/error").asText()).contains("use a table instead");
    }

    @Test
    void theChosenLabelsAndOwnWordsReachTheAgent() {
        String session = asks("steps=1 tool=question ask=several");
        answer(
                session,
                new Answer.Chosen(List.of(List.of("2026-11-22"), List.of("guide", "the index"), List.of("Zoo"))));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(tool(session).at("/state/output").asText()).contains("2026-11-22", "guide", "the index", "Zoo");
    }

    @Test
    void aDismissedQuestionWaitsNoMore() {
        String session = asks("steps=1 tool=question");
        answer(session, new Answer.Dismiss());
        Await.until("it waits no more", () -> rig.task(session).attention().isEmpty());
        assertThat(rig.server.get("/question" + in())).isEmpty();
    }

    @Test
    void whatAnotherClientAnswersWaitsNoMore() {
        String session = asks("steps=1 tool=write");
        String request = request(session).id();
        rig.server.post(
                "/permission/" + request + "/reply" + in(),
                JSON.createObjectNode().put("reply", "once"));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(rig.task(session).attention()).isEmpty();
    }

    private String asks(String script) {
        ObjectNode body = JSON.createObjectNode().put("title", script);
        String session = rig.server.post("/session" + in(), body).path("id").asText();
        ObjectNode prompt = JSON.createObjectNode().put("agent", "build");
        prompt.putArray("parts").addObject().put("type", "text").put("text", script);
        rig.server.post("/session/" + session + "/prompt_async" + in(), prompt);
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        return session;
    }

    private Attention request(String session) {
        return rig.task(session).attention().getFirst();
    }

    private void awaitNext(String session, String before) {
        Await.until(
                "the next request is there",
                () -> rig.task(session).attention().stream()
                        .anyMatch(request -> !request.id().equals(before)));
    }

    /** Answers what the session asks, and tells which request that was. */
    private String answer(String session, Answer answer) {
        String request = request(session).id();
        FxThread.ask(() -> {
            rig.engine.answer(rig.key(session), request, answer);
            return true;
        });
        return request;
    }

    private JsonNode tool(String session) {
        return rig.server.messages(session, directory).findParents("callID").getFirst();
    }

    private String in() {
        return "?directory=" + RealOpenCode.encoded(directory);
    }
}
