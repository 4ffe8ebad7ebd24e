package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.inbox.Timing;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;

/** What becomes of a real server while tasks run there behind both of its APIs, and the book that is true afterwards. */
@NeedsOpenCode
class ServerFaultsTest {
    /** A minute at the tests' pace. */
    private static final Duration MINUTE = Duration.ofSeconds(6);

    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;

    @AfterEach
    void open() {
        RealOpenCode.shared().model().gates().open(gate);
    }

    @Test
    void connectionsRefusedForAMinuteHideWhatHappenedOnlySoLong() throws IOException {
        try (FaultRig faults = new FaultRig()) {
            String session = faults.begin(script);
            String second = faults.begin(Api.V2, script);
            faults.proxy.refuse();
            long began = System.nanoTime();
            faults.rig.awaitHealth(ServerHealth.ConnectionState.UNREACHABLE);
            faults.finish(session, gate);
            faults.finish(second, gate);
            Await.until("a minute has passed", () -> System.nanoTime() - began > MINUTE.toNanos());
            assertThat(faults.rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
            faults.proxy.accept();
            faults.assertTrueSoon(session, TaskStatus.COMPLETED);
            faults.awaitTrue(second, TaskStatus.COMPLETED);
            faults.assertReportedOnce(second, TaskStatus.COMPLETED);
            faults.rig.awaitHealth(ServerHealth.ConnectionState.LIVE);
        }
    }

    @Test
    void aServerKilledMidTaskAndStartedAgainLeavesAnInterruptedTask() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model);
                FaultRig faults = new FaultRig(Api.V1, server, Clock.systemUTC(), Timing.USUAL)) {
            String session = faults.begin(script);
            String second = faults.begin(Api.V2, script);
            server.stop();
            faults.rig.awaitHealth(ServerHealth.ConnectionState.UNREACHABLE);
            server.restartOnSamePort();
            interruptedSoon(faults, session, Reason.Code.LEFT_UNFINISHED);
            interrupted(faults, second, Reason.Code.LEFT_UNFINISHED);
        }
    }

    @Test
    void anotherServerAtTheSameAddressDoesNotKnowTheTaskAndTheFirstDoesWhenItIsBack()
            throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode other = RealOpenCode.start(model);
                FaultRig faults = new FaultRig()) {
            String settled = faults.begin("steps=1");
            faults.rig.awaitStatus(settled, TaskStatus.COMPLETED);
            String session = faults.begin(script);
            String second = faults.begin(Api.V2, script);
            String stranger = other.post("/session", JsonNodeFactory.instance.objectNode())
                    .path("id")
                    .asText();
            faults.proxy.pointTo(other.baseUrl());
            faults.rig.awaitStatus(stranger, TaskStatus.IDLE);
            interruptedSoon(faults, session, Reason.Code.SESSION_GONE);
            interrupted(faults, second, Reason.Code.SESSION_GONE);
            assertThat(faults.rig.notices(settled)).containsExactly(TaskStatus.COMPLETED);
            faults.proxy.pointTo(faults.server.baseUrl());
            faults.rig.awaitStatus(session, TaskStatus.RUNNING);
            Await.until(
                    "the stranger is gone",
                    () -> FxThread.ask(() -> faults.rig
                            .engine
                            .store()
                            .find(faults.rig.key(stranger))
                            .isEmpty()));
            faults.finish(session, gate);
            faults.awaitTrue(session, TaskStatus.COMPLETED);
            faults.finish(second, gate);
            faults.awaitTrue(second, TaskStatus.COMPLETED);
        }
    }

    private static void interruptedSoon(FaultRig faults, String session, Reason.Code why) {
        int before = faults.proxy.listings();
        faults.rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        assertThat(faults.proxy.listings() - before).isLessThanOrEqualTo(4);
        interrupted(faults, session, why);
    }

    private static void interrupted(FaultRig faults, String session, Reason.Code why) {
        faults.rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        AgentTask task = faults.rig.task(session);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(why);
        faults.assertReportedOnce(session, TaskStatus.INTERRUPTED);
    }
}
