package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.engine.command.PendingRemovals;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.request.RemovalState;

/** What only 2.x has, on a scripted server that speaks as its contract says: no real one is to be had yet. */
class OpenCode2Test extends EngineOverOpenCode2 {
    @Test
    void itsSessionsAreListed() {
        rig.await("it is listed", task -> task.session().title().equals("Port the parser"));
    }

    @Test
    void allPagesOfItsSessionsAreListed() {
        List<String> all = IntStream.range(0, 120)
                .mapToObj(number -> agents.session("Session " + number))
                .toList();
        rig.server.dropStreams();
        Await.until("all are listed", () -> rig.listed().containsAll(all));
    }

    @Test
    void aRunThatSucceedsIsCompletedWithItsCallsAndItsPrice() {
        agents.begin(session, "port it");
        String first = agents.step(session);
        agents.call(session, first, "call_1", "bash");
        rig.await("the call is told", task -> OpenCode2Rig.calls(task) == 1);
        agents.callEnds(session, first, "call_1");
        agents.stepEnds(session, first, "tool-calls");
        String last = agents.step(session);
        agents.text(session, last, "It is ported.");
        agents.stepEnds(session, last, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        assertThat(rig.task().run().orElseThrow().tools().spent().cost()).isEqualTo(0.5);
        assertThat(rig.task().run().orElseThrow().text()).isEqualTo("It is ported.");
        assertThat(rig.statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aCallIsReportedByItsNameThoughOnlyItsInputNamesIt() {
        agents.begin(session, "port it");
        agents.call(session, agents.step(session), "call_1", "webfetch");
        rig.await(
                "its name is told",
                task -> task.run().flatMap(run -> run.tools().going()).equals(Optional.of("webfetch")));
    }

    @Test
    void anExecutionThatFailedHasFailedWithItsSentence() {
        agents.begin(session, "port it");
        agents.step(session);
        agents.fail(session, "the model is on strike");
        rig.awaitStatus(TaskStatus.FAILED);
        assertThat(rig.task().outcome().orElseThrow().why().english()).isEqualTo("the model is on strike");
    }

    @Test
    void anExecutionThatWasInterruptedIsNoSuccess() {
        agents.begin(session, "port it");
        agents.stepEnds(session, agents.step(session), "tool-calls");
        agents.interrupted(session, "user");
        rig.awaitStatus(TaskStatus.CANCELLED);
    }

    @Test
    void aRetryTellsItsAttemptAndItsReason() {
        agents.begin(session, "port it");
        agents.retry(session, agents.step(session), 2, "overloaded");
        rig.awaitStatus(TaskStatus.RETRYING);
        assertThat(rig.task().activity()).isInstanceOfSatisfying(Activity.Retrying.class, retrying -> {
            assertThat(retrying.attempt()).isEqualTo(2);
            assertThat(retrying.reason()).isEqualTo("overloaded");
        });
    }

    @Test
    void aCancelInterruptsIt() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.cancel();
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(rig.posted("/interrupt")).hasSize(1);
    }

    @Test
    void aPermissionIsAnsweredAtItsSession() {
        agents.begin(session, "port it");
        agents.step(session);
        String request = agents.askPermission(session, "make install");
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        assertThat(rig.asked().detail()).isEqualTo("make install");
        rig.answer(new Answer.Once());
        rig.await("it waits no more", task -> task.attention().isEmpty());
        assertThat(rig.posted("/permission/" + request + "/reply"))
                .singleElement()
                .asString()
                .contains("\"reply\":\"once\"", "\"decision\":\"once\"");
    }

    @Test
    void aFormIsAnsweredByItsKeysAndValues() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForm(session);
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        rig.answer(new Answer.Chosen(List.of(List.of("stable"), List.of("Linux", "macOS"), List.of("all new"))));
        rig.await("it waits no more", task -> task.attention().isEmpty());
        assertThat(rig.posted("/form/" + form + "/reply"))
                .singleElement()
                .asString()
                .contains("\"channel\":\"s\"", "\"targets\":[\"l\",\"m\"]", "\"notes\":\"all new\"");
    }

    @Test
    void aFormThatIsDismissedIsCancelled() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForm(session);
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        rig.answer(new Answer.Dismiss());
        rig.await("it waits no more", task -> task.attention().isEmpty());
        assertThat(rig.posted("/form/" + form)).singleElement().asString().startsWith("DELETE");
    }

    @Test
    void aRunWhoseEventsWereLostIsReadFromTheListing() {
        int streams = rig.server.streams();
        rig.server.dropStreams();
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "bash");
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("the call is counted", task -> OpenCode2Rig.calls(task) == 1);
        Await.until("the stream is open again", () -> rig.server.streams() >= streams);
        assertThat(rig.statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aLaunchNamesTitleParentAgentAndModelAndPromptsFlat() {
        LaunchRequest request = new LaunchRequest(
                rig.id(), "Write tests", "write them", Assignment.UNKNOWN, "/home/dev/project", Family.NONE);
        TaskKey launched = FxThread.ask(() -> rig.engine.launch(request))
                .toCompletableFuture()
                .join();
        assertThat(rig.posted("/api/session")).anyMatch(post -> post.contains("Write tests"));
        assertThat(rig.posted(launched.session() + "/prompt"))
                .singleElement()
                .asString()
                .contains("{\"text\":\"write them\"}");
    }

    @Test
    void aTypeOfTomorrowIsCountedAndIgnored() {
        agents.emitUnknown(session);
        Await.until(
                "it is counted",
                () -> FxThread.ask(() -> rig.engine.serverControl().unknownEvents(rig.id()))
                        .containsKey("session.dreamt"));
        assertThat(rig.task().status().active()).isFalse();
    }

    @Test
    void aDeletedSessionGoes() {
        rig.await("it is listed", task -> true);
        FxThread.ask(() -> rig.engine.taskCommands().remove(rig.key(), RemovalState.DELETE));
        rig.clock.move(PendingRemovals.PATIENCE);
        Await.until(
                "it has gone",
                () -> FxThread.ask(() -> rig.engine.store().find(rig.key())).isEmpty());
    }
}
