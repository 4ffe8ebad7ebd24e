package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.MovableClock;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;

/** What becomes of one session of a real server, behind either of its APIs, and the book that is true afterwards. */
@NeedsOpenCode
@ParameterizedClass(name = "{0}")
@EnumSource
class SessionFaultsTest {
    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;
    private final Api api;

    SessionFaultsTest(Api api) {
        this.api = api;
    }

    @AfterEach
    void open() {
        RealOpenCode.shared().model().gates().open(gate);
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
            faults.assertReportedOnce(session, TaskStatus.CANCELLED);
        }
    }

    @Test
    void aSessionDeletedWhileNobodyListenedIsGoneAndNotRunning() throws IOException {
        try (FaultRig faults = new FaultRig(api)) {
            String session = faults.begin(script);
            faults.proxy.refuse();
            faults.server.delete("/session/" + session);
            faults.proxy.accept();
            faults.rig.awaitStatus(session, TaskStatus.INTERRUPTED);
            assertThat(faults.rig.task(session).outcome().orElseThrow().why().code())
                    .isEqualTo(Reason.Code.SESSION_GONE);
            faults.assertReportedOnce(session, TaskStatus.INTERRUPTED);
        }
    }
}
