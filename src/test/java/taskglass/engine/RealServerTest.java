package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.FxThread;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;

/** The engine beside a real server: what the book says is what the server's own database says afterwards. */
@OnEachOpenCode
class RealServerTest {
    @Parameter
    private String version;

    private Rig rig;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void threeToolsAreCompletedWithThreeCalls() {
        String session = run("steps=3");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.assertAgrees(session, 0);
        assertThat(rig.task(session).run().orElseThrow().tools().count()).isEqualTo(3);
    }

    @Test
    void parallelToolsAreCountedOnceEach() {
        String session = run("steps=2 parallel=4");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.assertAgrees(session, 0);
        assertThat(rig.task(session).run().orElseThrow().tools().count()).isEqualTo(8);
    }

    @Test
    void aSubagentStandsUnderItsRootWithCallsOfItsOwn() {
        String session = run("steps=1 tool=task sub=2");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        AgentTask child =
                FxThread.ask(() -> rig.engine.store().children(rig.key(session)).getFirst());
        assertThat(child.status()).isEqualTo(TaskStatus.COMPLETED);
        rig.assertAgrees(session, 0);
        rig.assertAgrees(child.key().session(), 0);
    }

    @Test
    void aRootWithASubagentIsReportedOnce() {
        String session = run("steps=1 tool=task sub=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        AgentTask child =
                FxThread.ask(() -> rig.engine.store().children(rig.key(session)).getFirst());
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(child.key().session())).isEmpty();
    }

    @Test
    void aProvidersErrorIsAFailure() {
        String session = run("fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        assertThat(rig.task(session).outcome().orElseThrow().why().english()).isEqualTo("scripted failure 400");
        assertThat(Truth.of(rig.messages(session), 0).error()).isEqualTo("APIError");
        rig.assertAgrees(session, 0);
    }

    @Test
    void anAbortBetweenTwoTriesIsCancelledThoughNoMessageSaysSo() {
        String session = run("fail=500");
        rig.awaitStatus(session, TaskStatus.RETRYING);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.CANCELLED);
    }

    @Test
    void anAbortInAToolIsCancelledAndKeepsItsCall() {
        String session = run("steps=1 sleep=30");
        rig.awaitCalls(session, 1);
        rig.cancel(session);
        assertThat(rig.task(session).status()).isIn(TaskStatus.CANCELLING, TaskStatus.CANCELLED);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        rig.assertAgrees(session, 0);
        assertThat(Truth.of(rig.messages(session), 0).error()).isEqualTo("MessageAbortedError");
    }

    @Test
    void anAbortInTextIsCancelled() {
        String session = run("words=2000 delay=20");
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        rig.assertAgrees(session, 0);
    }

    @Test
    void anAbortOfARootCancelsItsSubagentAsWell() {
        String session = run("steps=1 tool=task sub=0 subgate=never");
        rig.awaitCalls(session, 1);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        AgentTask child =
                FxThread.ask(() -> rig.engine.store().children(rig.key(session)).getFirst());
        rig.awaitStatus(child.key().session(), TaskStatus.CANCELLED);
    }

    @Test
    void aSecondPromptIsARunOfItsOwn() {
        String session = run("steps=2");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.prompt(session, "steps=1 gate=second");
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.server.model().gates().open("second");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.assertAgrees(session, 1);
        assertThat(rig.task(session).run().orElseThrow().tools().count()).isEqualTo(1);
    }

    @Test
    void aTaskThatWasAlreadyGoingOnIsCountedFromItsFirstCall() {
        String session = run("steps=3 gate=late");
        rig.awaitCalls(session, 3);
        try (Rig late = new Rig(rig.server)) {
            late.awaitCalls(session, 3);
            rig.server.model().gates().open("late");
            late.awaitStatus(session, TaskStatus.COMPLETED);
            late.assertAgrees(session, 0);
        }
    }

    @Test
    void aSettledTaskThatComesIntoViewIsCountedToo() {
        String session = run("steps=3");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        try (Rig late = new Rig(rig.server)) {
            late.awaitStatus(session, TaskStatus.COMPLETED);
            assertThat(late.task(session).run().orElseThrow().tools().exact()).isFalse();
            FxThread.ask(() -> {
                late.engine.requestReading(late.key(session));
                return true;
            });
            late.awaitCalls(session, 3);
            assertThat(late.notices(session)).isEmpty();
        }
    }

    @Test
    void aTaskThatWaitsForAnAnswerNeedsYou() {
        String session = run("steps=1 tool=write");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        try (Rig late = new Rig(rig.server)) {
            late.awaitStatus(session, TaskStatus.NEEDS_YOU);
        }
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void aServerThatComesBackIsLiveAgainAndWhatHappenedMeanwhileIsThere() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode own = RealOpenCode.start(version, model, "");
                Rig watching = new Rig(own)) {
            own.stop();
            watching.awaitHealth(ServerHealth.ConnectionState.UNREACHABLE);
            own.restartOnSamePort();
            String session = watching.create("meanwhile");
            watching.awaitStatus(session, TaskStatus.IDLE);
            watching.awaitHealth(ServerHealth.ConnectionState.LIVE);
        }
    }

    private String run(String script) {
        String session = rig.create(script);
        rig.prompt(session, script);
        return session;
    }
}
