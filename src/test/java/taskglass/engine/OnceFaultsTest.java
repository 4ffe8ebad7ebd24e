package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;

/** What goes wrong between the engine and a real server in ways to which it makes no difference where a task lives. */
@NeedsOpenCode
class OnceFaultsTest {
    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;
    private FaultRig faults;

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig();
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
    }

    @Test
    void aLaunchWhoseFirstListingsComeLateHasNotFailed() {
        faults.proxy.delay(FaultRig.QUICK.busy());
        TaskKey launched = faults.launch(script);
        faults.open(gate);
        faults.rig.awaitStatus(launched.session(), TaskStatus.COMPLETED);
        faults.assertReportedOnce(launched.session(), TaskStatus.COMPLETED);
        assertThat(faults.everSeen(launched.session(), TaskStatus.FAILED)).isFalse();
    }

    @Test
    void aStreamThatBreaksAtOnceIsTriedEverMoreSeldom() {
        faults.proxy.events().breakAtOnce();
        int opened = faults.proxy.events().opened();
        long began = System.nanoTime();
        faults.proxy.events().drop();
        Await.until("it was tried seven times", () -> faults.proxy.events().opened() == opened + 7);
        // 25 ms and 50 and so on to 800, and a second: chance makes them longer.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
    }
}
