package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** What is left in memory of faults that come again and again while a task runs on a real server. */
@NeedsOpenCode
class FaultMemoryTest {
    private static final int ROUNDS = 5;
    private static final long EVENT_BYTES = 40_000_000;

    /** Less than one such event, and a megabyte for each round. */
    private static final long MOST_KEPT_BYTES = 5_000_000;

    private final String gate = UUID.randomUUID().toString();
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
    void nothingIsKeptOfFaultsThatComeAgainAndAgain() {
        String session = faults.begin("steps=2 hold=" + gate);
        allFaults();
        long before = heap();
        for (int round = 0; round < ROUNDS; round++) {
            allFaults();
        }
        long kept = heap() - before;
        System.out.printf("Kept in memory of %d rounds of faults: %,d bytes%n", ROUNDS, kept);
        assertThat(kept).isLessThan(MOST_KEPT_BYTES);
        faults.finish(session, gate);
        faults.awaitTrue(session, TaskStatus.COMPLETED);
    }

    private void allFaults() {
        stream(() -> faults.proxy.events().injectOf(EVENT_BYTES));
        stream(() -> faults.proxy.events().cut());
        stream(() -> faults.proxy.events().drop());
        faults.proxy.events().inject("{\"payload\": {\"type\":");
        faults.proxy.events().inject("{\"payload\":{\"type\":\"from.tomorrow\",\"properties\":{}}}");
        for (Answer wrong : List.of(Answer.BROKEN, Answer.PAGE, Answer.GARBAGE)) {
            faults.proxy.answer(path -> path.startsWith("/experimental/session"), wrong);
            faults.awaitPolls(2);
        }
        faults.proxy.answerAsTheServerDoes();
        faults.awaitPolls(1);
    }

    /** A fault of the stream, and the next stream. */
    private void stream(Runnable fault) {
        int before = faults.proxy.events().opened();
        fault.run();
        Await.until("the stream is open again", () -> faults.proxy.events().opened() > before);
    }

    /** Bytes that are in use after everything that can go has gone. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
