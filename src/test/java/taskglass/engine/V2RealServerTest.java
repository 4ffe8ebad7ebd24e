package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.lab.Await;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.request.RequestContent;
import taskglass.task.status.AgentTask;

/** The V2 runtime of a real 1.18.33: its sessions stand among those of V1, and are told as truly. */
@NeedsOpenCode
class V2RealServerTest {
    private final String gate = UUID.randomUUID().toString();
    private FaultRig faults;
    private Rig rig;
    private V2Sessions second;

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig();
        rig = faults.rig;
        second = V2Sessions.of(faults.server);
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
    }

    @Test
    void eachSessionStandsInTheListOnce() {
        String first = rig.create("a V1 session");
        String other = second.run("steps=0");
        rig.awaitStatus(other, TaskStatus.COMPLETED);
        List<String> all = FxThread.ask(() -> rig.engine.store().tasks().stream()
                .map(task -> task.key().session())
                .toList());
        assertThat(all).contains(first, other).doesNotHaveDuplicates();
    }

    @Test
    void aCancelInATextIsACancelOnTheServer() {
        String session = second.run("steps=0 gate=" + gate);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        assertThat(second.isActive(session)).isFalse();
    }

    @Test
    void aQuestionIsAnsweredFromHere() {
        String session = second.run("steps=1 tool=question");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        Attention question = rig.task(session).attention().getFirst();
        assertThat(question.asking()).isInstanceOf(RequestContent.Questions.class);
        answer(session, question, new Answer.Chosen(List.of(List.of("red"))));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(second.messages(session).toString()).contains("\\\"Which colour?\\\"=\\\"red\\\"");
    }

    @Test
    void aDismissedQuestionStopsTheRun() {
        String session = second.run("steps=1 tool=question");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        answer(session, rig.task(session).attention().getFirst(), new Answer.Dismiss());
        Await.until("it has settled", () -> !rig.task(session).status().active());
        assertThat(second.isActive(session)).isFalse();
    }

    @Test
    void whatWasAskedWhileNobodyListenedIsSeen() {
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        String session = second.run("steps=1 tool=webfetch");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        answer(session, rig.task(session).attention().getFirst(), new Answer.Once());
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void whatWaitsInLineDoesNotStartByItselfAfterACancel() {
        String session = second.run("steps=1 sleep=30");
        rig.awaitCalls(session, 1);
        second.queue(session, "steps=1");
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        faults.awaitPolls(3);
        assertThat(second.isActive(session)).isFalse();
        assertThat(second.toolCalls(session)).isEqualTo(1);
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void theTodosOfARunAreRead() {
        String session = second.run("steps=2 tool=todo");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = FxThread.ask(() -> rig.engine
                .liveTranscripts()
                .follow(rig.key(session), touched -> assertThat(touched).isNotNull())
                .orElseThrow());
        FxThread.until("its todos are there", () -> transcript.todos().size() == 2);
    }

    @Test
    void aSecondPromptIsARunOfItsOwn() {
        String session = second.run("steps=2");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        second.prompt(session, "steps=1");
        Await.until("the second run is told", () -> rig.notices(session).size() == 2);
        assertAgrees(session);
        assertThat(calls(session)).isEqualTo(1);
    }

    @Test
    void aRunThatNoEventTellsOfIsSeenByThePolls() {
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        String session = second.run("steps=2 hold=" + gate);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        faults.open(gate);
        second.awaitIdle(session);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertAgrees(session);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aSecondRunThatNoEventTellsOfIsSeenByThePolls() {
        String session = second.run("steps=2");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        second.prompt(session, "steps=1 hold=" + gate + " gate=" + gate);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        faults.open(gate);
        second.awaitIdle(session);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertAgrees(session);
    }

    @Test
    void aRunThatEndsWhileTheStreamIsDownIsReportedOnce() {
        String session = second.run("steps=2 hold=" + gate);
        rig.awaitCalls(session, 1);
        faults.proxy.events().drop();
        faults.open(gate);
        second.awaitIdle(session);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertAgrees(session);
        faults.awaitPolls(2);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void anOldSessionsOutcomeIsReadThoughNoEventReportedIt() throws IOException {
        String session = second.run("steps=2");
        second.awaitIdle(session);
        try (FaultRig later = new FaultRig()) {
            FxThread.ask(() -> {
                later.rig.engine.requestReading(later.rig.key(session));
                return true;
            });
            later.rig.awaitStatus(session, TaskStatus.COMPLETED);
            later.rig.awaitCalls(session, 2);
        }
    }

    @Test
    void aFollowUpContinuesTheSession() {
        String session = second.run("steps=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        AgentTask task = rig.task(session);
        rig.outcome(() ->
                rig.engine.taskCommands().prompt(task.key(), task.session().assignment(), "steps=2"));
        Await.until("the second run is told", () -> rig.notices(session).size() == 2);
        assertAgrees(session);
        assertThat(calls(session)).isEqualTo(2);
    }

    @Test
    void aRetryAsksTheSameAgain() {
        String session = second.run("fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        rig.outcome(() -> rig.engine.taskCommands().retry(rig.key(session)));
        Await.until("the second run is told", () -> rig.notices(session).size() == 2);
        assertThat(second.messages(session).findValuesAsText("text")).containsExactly("fail=400", "fail=400");
    }

    @Test
    void aNewTitleIsShown() {
        String session = second.run("steps=0");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.outcome(() -> rig.engine.taskCommands().rename(rig.key(session), "Another title"));
        Await.until(
                "the title is there", () -> rig.task(session).session().title().equals("Another title"));
    }

    private int calls(String session) {
        return rig.task(session).run().orElseThrow().tools().count();
    }

    /** Status and calls are those of the server's own messages. */
    private void assertAgrees(String session) {
        rig.awaitCalls(session, second.toolCalls(session));
        assertThat(second.finish(session)).isEqualTo("stop");
        Await.until(
                "every call is known",
                () -> rig.task(session).run().filter(run -> run.tools().exact()).isPresent());
    }

    private void answer(String session, Attention request, Answer answer) {
        FxThread.ask(() -> {
            rig.engine.answer(rig.key(session), request.id(), answer);
            return true;
        });
    }
}
