package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.concurrent.Worker;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.opencode.Endpoint;
import taskglass.opencode.OpenCodeClient;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;

/** What JavaFX's service waits for, a wall clock may put off by an hour: here its pause is a day long from the start. */
class ClockSetBackTest {
    private static final Duration DAY = Duration.ofDays(1);

    /** Two seconds, and ten at most that a server which does not answer is left alone. */
    private static final Duration DUE = Pace.USUAL.busy().plus(Pace.USUAL.slowest());

    private final ServerId nobody = new ServerId("http://127.0.0.1:" + Around.NO_PORT);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger listings = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private StatusPoller poller;

    @BeforeEach
    void poll() {
        OpenCodeClient client = new OpenCodeClient(new Endpoint(nobody, Optional.empty()), new OkHttpClient());
        poller = FxThread.ask(() -> new StatusPoller(
                new Poll(client, Clock.systemUTC()),
                new TaskBook(Clock.systemUTC()),
                new Inbox(FxThread.executor(), batch -> listings.addAndGet(batch.size())),
                Pace.USUAL,
                thread,
                nanos::get));
        FxThread.ask(() -> {
            poller.start();
            return true;
        });
        awaitListings(1);
        FxThread.ask(() -> {
            poller.cancel();
            poller.setDelay(javafx.util.Duration.millis((double) DAY.toMillis()));
            poller.restart();
            return true;
        });
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> poller.cancel());
        thread.shutdownNow();
    }

    @Test
    void whatIsOverdueByAClockThatNobodySetsIsListedAtOnce() {
        nanos.addAndGet(DUE.toNanos() + 1);
        FxThread.ask(() -> {
            poller.setDelay(javafx.util.Duration.ZERO);
            poller.pollIfOverdue();
            return true;
        });
        awaitListings(2);
    }

    @Test
    void whatIsNotOverdueIsWaitedFor() {
        nanos.addAndGet(DUE.toNanos());
        FxThread.ask(() -> {
            poller.pollIfOverdue();
            return true;
        });
        assertThat(FxThread.ask(poller::getState)).isEqualTo(Worker.State.SCHEDULED);
        assertThat(listings).hasValue(1);
    }

    private void awaitListings(int count) {
        Await.until("listing " + count, () -> listings.get() == count);
    }
}
