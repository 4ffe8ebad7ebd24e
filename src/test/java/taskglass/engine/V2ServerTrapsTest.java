package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;

/** The traps of V2 that no recording shows, and those that need a server to be asked, on the scripted 2.0.26. */
class V2ServerTrapsTest extends EngineOverOpenCode2 {
    @Test
    void trap3AnOutcomeThatAServerLeftFromTheRunBeforeIsNotBelieved() {
        work("port it");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.server.dropStreams();
        agents.begin(session, "and the printer");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "shell");
        agents.decline(session, "call_1", "The user declined this tool call");
        agents.interrupted(session, "shutdown");
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(1);
    }

    /** One step with one call. */
    private void work(String prompt) {
        agents.begin(session, prompt);
        step("call_1");
    }

    private void step(String call) {
        String step = agents.step(session);
        agents.call(session, step, call, "shell");
        agents.callEnds(session, step, call);
        agents.stepEnds(session, step, "tool-calls");
    }

    @Test
    void trap4ARunThatARestartOfItsServiceCutIsOneRunAndAtWorkAgain() {
        work("port it");
        agents.call(session, agents.step(session), "call_2", "shell");
        rig.await("both calls are told", task -> OpenCode2Rig.calls(task) == 2);
        agents.interrupted(session, "shutdown");
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        agents.execute(session);
        agents.call(session, agents.step(session), "call_3", "shell");
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.await("it is one run", task -> OpenCode2Rig.calls(task) == 3);
    }

    @Test
    void trap5TheNoticeOfARestartIsNoPrompt() {
        work("port it");
        agents.interrupted(session, "shutdown");
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        agents.wake(session, "The server was restarted.");
        step("call_2");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(2);
    }

    @Test
    void trap6WhatAServerStoresAsItIsShutDownIsReadFromItsLog() {
        agents.begin(session, "port it");
        agents.call(session, agents.step(session), "call_1", "shell");
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.interrupted(session, "shutdown");
        rig.server.acceptStreams();
        rig.awaitStatus(TaskStatus.INTERRUPTED);
        assertThat(rig.task().outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.SHUT_DOWN);
    }

    @Test
    void trap10ARunGoesOnAfterAStepThatFailedUntilItsExecutionEnds() {
        agents.begin(session, "port it");
        String first = agents.step(session);
        agents.fails(session, "the stream broke");
        agents.retry(session, first, 2, "the stream broke");
        rig.awaitStatus(TaskStatus.RETRYING);
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        assertThat(rig.statuses()).isEmpty();
    }

    @Test
    void trap12WatchingAsksAboutNoDirectoryButThoseWhereSomebodyWorks() {
        List<String> sessions = IntStream.range(0, 40)
                .mapToObj(number -> agents.session("Session " + number, "/home/dev/p" + number))
                .toList();
        Await.until("all are listed", () -> rig.listed().containsAll(sessions));
        List.of(7, 23).forEach(number -> agents.begin(sessions.get(number), "port it"));
        List.of(7, 23).forEach(number -> agents.step(sessions.get(number)));
        rig.server.dropStreams();
        Await.until("both are asked about", () -> directories().size() >= 2);
        rig.awaitListing();
        rig.awaitListing();
        assertThat(directories()).containsExactlyInAnyOrder("/home/dev/p7", "/home/dev/p23");
    }

    private Set<String> directories() {
        return rig.server.asked().stream()
                .filter(path -> path.contains("?"))
                .map(path -> path.replaceAll(".*directory[^=]*=", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void trap22ARunThatWaitsForASubagentInTheBackgroundIsReportedOnce() {
        agents.begin(session, "port it");
        step("call_1");
        String child = agents.child(session, "the printer");
        agents.begin(child, "port the printer");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        agents.stepEnds(child, agents.step(child), "stop");
        agents.succeed(child);
        agents.wake(session, "The subagent is done.");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        Await.until("it is told", () -> !rig.statuses().isEmpty());
        rig.awaitListing();
        assertThat(rig.statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void trap26AnInterruptThatAServerAcceptsFromASessionAtRestCancelsNothing() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.cancel();
        Await.until("the server has been asked", () -> !rig.posted("/interrupt").isEmpty());
        rig.awaitStatus(TaskStatus.COMPLETED);
    }
}
