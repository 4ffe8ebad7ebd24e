package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** What polling costs while one task makes many tool calls of 29 KB of output each, five at a time, on a real server. */
@NeedsOpenCode
class PollingCostTest {
    /** Five times what it was when it was measured. */
    private static final int FIFTY_KILOBYTES = 50_000;

    /** Calls in one step: a step takes the server longer than five calls do. */
    private static final int AT_ONCE = 5;

    @Test
    void twoHundredCallsCostLessThanFiftyKilobytes() {
        try (Rig rig = new Rig(RealOpenCode.shared())) {
            Cost fifty = run(rig, 50);
            Cost twoHundred = run(rig, 200);
            assertThat(twoHundred.calls()).isEqualTo(200);
            assertThat(twoHundred.bytes()).isLessThan(FIFTY_KILOBYTES);
            // Linear or less: four times the calls cost at most four times the bytes, and the start.
            assertThat(twoHundred.bytes()).isLessThan(4 * fifty.bytes() + FIFTY_KILOBYTES / 5);
        }
    }

    private record Cost(int calls, long bytes, long requests) {}

    private static Cost run(Rig rig, int calls) {
        long bytes = rig.connection.traffic().bytes();
        long requests = rig.connection.traffic().requests();
        String session = rig.create(calls + " calls of 29 KB");
        rig.prompt(session, "output=29000 parallel=%d steps=%d".formatted(AT_ONCE, calls / AT_ONCE));
        Await.until(
                "all calls are made",
                Duration.ofMinutes(4),
                () -> FxThread.ask(() -> rig.engine
                        .store()
                        .find(rig.key(session))
                        .filter(task -> task.status() == TaskStatus.COMPLETED)
                        .isPresent()));
        AgentTask task = rig.task(session);
        Cost cost = new Cost(
                task.run().orElseThrow().tools().count(),
                rig.connection.traffic().bytes() - bytes,
                rig.connection.traffic().requests() - requests);
        System.out.printf(
                "Polling during one task of %d tool calls with 29 KB each: %,d bytes in %d requests, %d calls"
                        + " counted%n",
                calls, cost.bytes(), cost.requests(), cost.calls());
        return cost;
    }
}
