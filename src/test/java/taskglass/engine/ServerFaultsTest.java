package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.Await;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.AgentTask;
import taskglass.task.Reason;
import taskglass.task.ServerHealth;
import taskglass.task.TaskStatus;

/** What becomes of a real server while a task runs there, and the book that is true afterwards. */
@NeedsOpenCode
@ParameterizedClass(name = "{0}")
@EnumSource
class ServerFaultsTest {
    /** A minute at the tests' pace. */
    private static final Duration MINUTE = Duration.ofSeconds(6);

    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;

    private final Api api;

    ServerFaultsTest(Api api) {
        this.api = api;
    }

    @AfterEach
    void open() {
        RealOpenCode.shared().model().gates().open(gate);
    }

    @Test
    void connectionsRefusedForAMinuteHideWhatHappenedOnlySoLong() throws IOException {
        try (FaultRig faults = new FaultRig(api)) {
            String session = faults.begin(script);
            faults.proxy.refuse();
            long began = System.nanoTime();
            faults.rig.awaitHealth(ServerHealth.Word.UNREACHABLE);
            faults.finish(session, gate);
            Await.until("a minute has passed", () -> System.nanoTime() - began > MINUTE.toNanos());
            assertThat(faults.rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
            faults.proxy.accept();
            faults.assertTrueSoon(session, TaskStatus.COMPLETED);
            faults.rig.awaitHealth(ServerHealth.Word.LIVE);
        }
    }

    @Test
    void aServerKilledMidTaskAndStartedAgainLeavesAnInterruptedTask() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model);
                FaultRig faults = new FaultRig(api, server, Clock.systemUTC(), Pace.USUAL)) {
            String session = faults.begin(script);
            server.stop();
            faults.rig.awaitHealth(ServerHealth.Word.UNREACHABLE);
            server.restartOnSamePort();
            interruptedSoon(faults, session, Reason.Code.LEFT_UNFINISHED);
        }
    }

    @Test
    void anotherServerAtTheSameAddressDoesNotKnowTheTaskAndTheFirstDoesWhenItIsBack()
            throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode other = RealOpenCode.start(model);
                FaultRig faults = new FaultRig(api)) {
            String settled = faults.begin("steps=1");
            faults.rig.awaitStatus(settled, TaskStatus.COMPLETED);
            String session = faults.begin(script);
            String stranger = other.post("/session", JsonNodeFactory.instance.objectNode())
                    .path("id")
                    .asText();
            faults.proxy.pointTo(other.baseUrl());
            faults.rig.awaitStatus(stranger, TaskStatus.IDLE);
            interruptedSoon(faults, session, Reason.Code.SESSION_GONE);
            assertThat(faults.rig.notices(settled)).containsExactly(TaskStatus.COMPLETED);
            faults.proxy.pointTo(faults.server.baseUrl());
            faults.rig.awaitStatus(session, TaskStatus.RUNNING);
            Await.until(
                    "the stranger is gone",
                    () -> FxThread.ask(() -> faults.rig
                            .engine
                            .book()
                            .find(faults.rig.key(stranger))
                            .isEmpty()));
            faults.finish(session, gate);
            faults.awaitTrue(session, TaskStatus.COMPLETED);
        }
    }

    private static void interruptedSoon(FaultRig faults, String session, Reason.Code why) {
        int before = faults.proxy.listings();
        faults.rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        assertThat(faults.proxy.listings() - before).isLessThanOrEqualTo(4);
        AgentTask task = faults.rig.task(session);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(why);
        faults.assertToldOnce(session, TaskStatus.INTERRUPTED);
    }

    @Test
    void anHourAsleepEndsNothing() throws IOException {
        MovableClock clock = new MovableClock(Instant.now());
        try (FaultRig faults = new FaultRig(api, RealOpenCode.shared(), clock, FaultRig.QUICK)) {
            String session = faults.begin(script);
            faults.proxy.events().pass(Passage.HELD);
            clock.move(Duration.ofHours(1));
            faults.proxy.events().drop();
            faults.proxy.events().pass(Passage.AS_THEY_COME);
            faults.awaitPolls(3);
            assertThat(faults.rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
            faults.finish(session, gate);
            faults.assertTrueSoon(session, TaskStatus.COMPLETED);
        }
    }

    @Test
    void aSessionDeletedWhileItRunsIsCancelledAndStaysSo() throws IOException {
        try (FaultRig faults = new FaultRig(api)) {
            String session = faults.begin(script);
            faults.server.delete("/session/" + session);
            faults.rig.awaitStatus(session, TaskStatus.CANCELLED);
            assertThat(faults.rig.task(session).outcome().orElseThrow().why().code())
                    .isEqualTo(Reason.Code.SESSION_DELETED);
            faults.open(gate);
            faults.assertToldOnce(session, TaskStatus.CANCELLED);
        }
    }

    @Test
    void aSessionDeletedWhileNobodyListenedIsGoneAndNotRunning() throws IOException {
        try (FaultRig faults = new FaultRig(api)) {
            String session = faults.begin(script);
            faults.proxy.refuse();
            faults.server.delete("/session/" + session);
            faults.proxy.accept();
            interruptedSoon(faults, session, Reason.Code.SESSION_GONE);
        }
    }
}
