package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.lab.OpenCode2;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.ReportedEnd.Said;
import taskglass.task.status.AgentTask;

/** The outcome of a session and the marks of its ends, where nobody heard how a run ended, on the scripted 2.0.26. */
class V2OutcomeTest extends EngineOverOpenCode2 {
    @BeforeEach
    void refuseStreams() {
        rig.server.refuseStreams();
    }

    @Test
    void workThatEndedWellAfterAnAnswerThatAskedForToolsIsCompleted() {
        agents.begin(session, "port it");
        agents.stepEnds(session, agents.step(session), "tool-calls");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
    }

    @Test
    void workThatFailedBeforeAnyAnswerIsTheFailedRunOfItsPromptAndSaysWhy() {
        completed("port it");
        agents.begin(session, "and the printer");
        agents.fail(session, "no such model");
        rig.awaitStatus(TaskStatus.FAILED);
        AgentTask task = rig.task();
        assertThat(task.outcome().orElseThrow().why().english()).isEqualTo("no such model");
        assertThat(OpenCode2Rig.calls(task)).isZero();
    }

    @Test
    void workThatWasStoppedBeforeAnyAnswerIsTheCancelledRunOfItsPrompt() {
        completed("port it");
        agents.begin(session, "and the printer");
        agents.interrupted(session, "user");
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(OpenCode2Rig.calls(rig.task())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"shutdown, SHUT_DOWN", "superseded, SUPERSEDED", "inactivity, INACTIVE"})
    void whatAServerStopsByItselfIsInterruptedAndItsLogSaysWhy(String reason, Reason.Code why) {
        agents.begin(session, "port it");
        agents.call(session, agents.step(session), "call_1", "shell");
        rig.await("the call is read", task -> OpenCode2Rig.calls(task) == 1);
        agents.interrupted(session, reason);
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        assertThat(rig.task().outcome().orElseThrow().why().code()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"shutdown, SHUT_DOWN", "superseded, SUPERSEDED", "inactivity, INACTIVE"})
    void whatAServerStopsByItselfIsInterruptedAndItsEventSaysWhy(String reason, Reason.Code why) {
        rig.server.acceptStreams();
        agents.begin(session, "port it");
        agents.call(session, agents.step(session), "call_1", "shell");
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.interrupted(session, reason);
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        assertThat(rig.task().outcome().orElseThrow().why().code()).isEqualTo(why);
    }

    @Test
    void trap3TheOutcomeOfTheRunBeforeIsNotThatOfOneWhichItsServerLeft() {
        completed("port it");
        agents.begin(session, "and the printer");
        agents.calls(session, agents.step(session), "shell", List.of("call_2", "call_3"));
        rig.await("the second run is read", task -> OpenCode2Rig.calls(task) == 2);
        agents.left(session);
        rig.awaitStatus(TaskStatus.INTERRUPTED);
    }

    private void completed(String prompt) {
        agents.begin(session, prompt);
        String step = agents.step(session);
        agents.call(session, step, "call_1", "shell");
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
    }

    @Test
    void aSessionThatCameToRestIsListedWithItsOutcome() throws IOException {
        completed("port it");
        Credentials login = new Credentials("opencode", OpenCode2.PASSWORD);
        OpenCodeClient client = new OpenCodeClient(
                new Endpoint(new ServerId(rig.server.baseUrl()), Optional.of(login)), new OkHttpClient());
        client.identify();
        SessionInfo listed =
                client.sessions(Optional.empty(), page -> {}).found().getFirst();
        assertThat(listed.times().rest().orElseThrow().said()).isEqualTo(Said.SUCCEEDED);
    }
}
