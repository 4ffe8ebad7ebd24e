package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2Agents;
import taskglass.lab.OpenCode2Location;
import taskglass.task.Assignment;
import taskglass.task.Reason;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.request.RequestContent;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;

/** The traps of V2 that no recording shows, and those that need a server to be asked, on the scripted 2.0.26. */
class V2ServerTrapsTest {
    private OpenCode2Rig rig;
    private OpenCode2Agents agents;
    private String session;

    @BeforeEach
    void watch() throws IOException {
        rig = new OpenCode2Rig();
        agents = rig.agents;
        session = rig.session;
    }

    @AfterEach
    void close() {
        rig.close();
    }

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
    void trap13AnEmptyFirstListOfAgentsIsNoReasonToRefuseOne() {
        TaskKey launched = launch("build");
        assertThat(rig.posted(launched.session() + "/prompt")).hasSize(1);
    }

    private TaskKey launch(String agent) {
        Assignment who = new Assignment(Optional.of(agent), Optional.empty());
        LaunchRequest request =
                new LaunchRequest(rig.id(), "Write tests", "write them", who, "/home/dev/new", Family.NONE);
        return FxThread.ask(() -> rig.engine.launch(request))
                .toCompletableFuture()
                .join();
    }

    @Test
    void trap14TheKeyThatComesWithAModelIsKeptNowhere() {
        LaunchChoices choices = FxThread.ask(() -> rig.engine.choices(rig.id(), "/home/dev/new"))
                .toCompletableFuture()
                .join();
        assertThat(choices.models()).hasSize(1);
        assertThat(choices.toString()).doesNotContain(OpenCode2Location.KEY);
    }

    @Test
    void trap20WhatIsParkedAfterAStopIsSeenAndCanBeDropped() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.queue(session, "and then the printer");
        rig.await("it is seen", task -> waiting(task).equals(List.of("and then the printer")));
        agents.interrupted(session, "user");
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(waiting(rig.task())).hasSize(1);
        FxThread.ask(() -> rig.engine.taskCommands().dropQueued(rig.key()));
        rig.await("it is gone", task -> waiting(task).isEmpty());
        assertThat(agents.waiting(session)).isZero();
    }

    private static List<String> waiting(AgentTask task) {
        return task.queue().waiting().stream().map(QueuedPrompt::text).toList();
    }

    @Test
    void trap20WhatWasParkedWhileNobodyListenedIsReadAfterTheStop() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.queue(session, "and then the printer");
        agents.interrupted(session, "user");
        rig.await("it is seen", task -> waiting(task).size() == 1);
    }

    @Test
    void aCallThatMayHideOthersMakesTheCountALowerBound() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("all of it is read", task -> task.run().flatMap(Run::usage).isPresent());
        assertThat(rig.task().run().orElseThrow().tools().exact()).isFalse();
    }

    @Test
    void theCallsOfAProgramAreCountedAsTheyAreToldAndThenTheCountIsExact() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.program(session, "call_1", List.of("github.issues"));
        rig.await("the first is counted", task -> OpenCode2Rig.calls(task) == 2);
        agents.program(session, "call_1", List.of("github.issues", "github.close"));
        rig.await("both are counted", task -> OpenCode2Rig.calls(task) == 3);
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("all of it is read", task -> task.run().flatMap(Run::usage).isPresent());
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(3);
        assertThat(rig.task().run().orElseThrow().tools().exact()).isTrue();
    }

    @Test
    void theCallsOfAProgramThatNobodyHeardAreReadWithItsCall() {
        agents.begin(session, "port it");
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.program(session, "call_1", List.of("github.issues", "github.close"));
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(3);
    }

    @Test
    void aCancelSaysWhatItDropped() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.queue(session, "and then the printer");
        rig.cancel();
        rig.await("it says so", task -> task.queue().dropped().size() == 1);
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(waiting(rig.task())).isEmpty();
    }

    @Test
    void aPromptForATaskAtWorkGoesWhenOneLikes() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        FxThread.ask(() -> rig.engine
                        .taskCommands()
                        .prompt(rig.key(), Assignment.UNKNOWN, "and then the printer", PromptDelivery.QUEUE))
                .toCompletableFuture()
                .join();
        assertThat(rig.posted("/prompt")).singleElement().asString().contains("\"delivery\":\"queue\"");
    }

    @Test
    void trap22APersonIsToldOnceOfARunThatWaitsForASubagentInTheBackground() {
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
    void trap24WhatWasAskedWhileNobodyListenedIsListedWhenTheStreamIsOpenAgain() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.askPermission(session, "make install");
        rig.server.acceptStreams();
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
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

    @Test
    void aPermissionSaysAllOfItsResourcesAndItsReasonAndHowLongAlwaysLasts() {
        agents.begin(session, "port it");
        agents.step(session);
        agents.askPermission(session, List.of("make install", "rm -rf build"), "The plugin wants a clean tree.");
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        RequestContent.Permission asking =
                (RequestContent.Permission) rig.asked().asking();
        assertThat(asking.whole()).contains("make install", "rm -rf build", "The plugin wants a clean tree.");
        assertThat(asking.always().stored()).isTrue();
    }

    @Test
    void aFormOfAnMcpServerWaitsAtWhoeverWorksInItsDirectory() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForNobody();
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        assertThat(rig.asked().detail()).contains("https://tracker.example/login");
        rig.answer(new Answer.Chosen(List.of(List.of("Done"))));
        rig.await("it waits no more", task -> task.attention().isEmpty());
        assertThat(rig.posted("/api/session/global/form/" + form + "/reply")).hasSize(1);
    }
}
