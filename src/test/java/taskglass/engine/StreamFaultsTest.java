package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.engine.inbox.Timing;
import taskglass.lab.Await;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.status.ServerHealth;

/** What goes wrong with the event stream between the engine and a real server, and the book that is true afterwards. */
@NeedsOpenCode
@ParameterizedClass(name = "{0}")
@EnumSource
class StreamFaultsTest {
    private static final long FORTY_MEGABYTES = 40_000_000;

    private final String gate = UUID.randomUUID().toString();

    /** Its second call comes when the gate is open. */
    private final String script = "steps=2 hold=" + gate;

    private final Api api;
    private FaultRig faults;

    StreamFaultsTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig(api);
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
    }

    @Test
    void aStreamThatIsDroppedIsOpenedAgainAndNothingIsMissed() {
        String session = faults.begin(script);
        faults.proxy.events().drop();
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
        assertThat(faults.proxy.events().opened()).isGreaterThan(1);
    }

    @Test
    void aMuteStreamWithHeartbeatsHidesNothing() {
        String session = faults.begin(script);
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void aNewTaskIsSeenWhileTheStreamIsMuteAndNothingElseRuns() {
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        String session = faults.begin(script);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void aPermissionRequestIsSeenThoughTheStreamIsMute() {
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        String session = faults.prompted(api.asking());
        faults.rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        faults.rig.cancel(session);
        faults.rig.awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void whatAMuteStreamHeldBackIsNotReportedAgainWhenItComes() {
        String session = faults.begin(script);
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        faults.finish(session, gate);
        faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
        faults.proxy.events().pass(Passage.AS_THEY_COME);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void aMuteStreamWithoutHeartbeatsIsOpenedAgain() throws IOException {
        Timing impatient = new Timing(
                FaultRig.QUICK.urgent(),
                FaultRig.QUICK.busy(),
                FaultRig.QUICK.settled(),
                FaultRig.QUICK.slowest(),
                Duration.ofSeconds(1),
                FaultRig.QUICK.reopen());
        try (FaultRig deaf = new FaultRig(api, RealOpenCode.shared(), Clock.systemUTC(), impatient)) {
            String session = deaf.begin(script);
            deaf.proxy.events().pass(Passage.HELD);
            int opened = deaf.proxy.events().opened();
            Await.until("it is opened again", () -> deaf.proxy.events().opened() > opened);
            deaf.finish(session, gate);
            deaf.assertTrueSoon(session, TaskStatus.COMPLETED);
        }
    }

    @Test
    void halfAFrameIsNoNews() {
        String session = faults.begin(script);
        faults.proxy.events().cut();
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void fortyMegabytesInOneEventAreNotKeptAndTheStreamIsOpenedAgain() {
        String session = faults.begin(script);
        int opened = faults.proxy.events().opened();
        faults.proxy.events().injectOf(FORTY_MEGABYTES);
        Await.until("it is opened again", () -> faults.proxy.events().opened() > opened);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void brokenJsonIsAsGoodAsLost() {
        String session = faults.begin(script);
        int opened = faults.proxy.events().opened();
        faults.proxy.events().inject("{\"payload\": {\"type\": session");
        Await.until("it is opened again", () -> faults.proxy.events().opened() > opened);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void anUnknownTypeTellsNothing() {
        assertTellsNothing("next.years.event", "{\"sessionID\":\"ses_x\",\"status\":{\"type\":\"busy\"}}");
    }

    @Test
    void anErrorWithoutASessionTellsNothing() {
        assertTellsNothing("session.error", "{\"error\":{\"name\":\"UnknownError\",\"data\":{\"message\":\"?\"}}}");
    }

    @Test
    void aSessionWithoutAnIdTellsNothing() {
        assertTellsNothing("session.updated", "{\"info\":\"what\"}");
    }

    /** The picture stays, the stream stays open, and the task that goes on is told as ever. */
    private void assertTellsNothing(String type, String properties) {
        String session = faults.begin(script);
        int opened = faults.proxy.events().opened();
        long tasks = tasks();
        faults.proxy.events().inject("{\"payload\":{\"type\":\"" + type + "\",\"properties\":" + properties + "}}");
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
        assertThat(tasks()).isEqualTo(tasks);
        assertThat(faults.proxy.events().opened()).isEqualTo(opened);
    }

    private long tasks() {
        return FxThread.ask(() -> faults.rig.engine.store().tasks().size());
    }

    @Test
    void everyEventTwiceIsReportedOnce() {
        faults.proxy.events().pass(Passage.TWICE);
        String session = faults.begin(script);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void eventsInTheWrongOrderEndInTheRightPicture() {
        faults.proxy.events().pass(Passage.SWAPPED);
        String session = faults.begin(script);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }

    @Test
    void aServerWhoseStreamsBreakAtOnceIsPolled() {
        faults.proxy.events().breakAtOnce();
        faults.proxy.events().drop();
        faults.rig.awaitHealth(ServerHealth.ConnectionState.POLLING_ONLY);
        String session = faults.begin(script);
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
    }
}
