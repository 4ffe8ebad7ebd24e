package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.engine.monitor.MonitorUpdates;
import taskglass.engine.monitor.Poll;
import taskglass.engine.monitor.StatusPoller;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.HeldServer;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.Story;

/** A poller with as many threads as it likes, in front of a server that takes its time. */
class PollOverlapTest {
    private final AtomicReference<Duration> lastPause = new AtomicReference<>(Duration.ZERO);
    private HeldServer server;
    private Connection connection;
    private StatusPoller poller;

    /** The machine's time, and as many threads as there is work. */
    private final Scheduler scheduler = new Scheduler() {
        private final Scheduler real = Scheduler.of(FxThread.executor());

        @Override
        public Duration now() {
            return real.now();
        }

        @Override
        public void after(Duration time, Runnable work) {
            if (time.isPositive()) {
                lastPause.set(time);
            }
            real.after(time, work);
        }

        @Override
        public ExecutorService thread(String name) {
            return threads(name);
        }

        @Override
        public ExecutorService threads(String prefix) {
            return Executors.newVirtualThreadPerTaskExecutor();
        }
    };

    @BeforeEach
    void poll() throws IOException {
        server = new HeldServer();
        ServerId id = new ServerId(server.baseUrl());
        connection = new Connection(new Endpoint(id, Optional.empty()));
        poller = FxThread.ask(() -> {
            Story story = new Story();
            Scheduler plain = Scheduler.of(FxThread.executor());
            Inbox inbox = new Inbox(FxThread.executor(), plain, story.store::apply);
            MonitorUpdates updates = new MonitorUpdates(inbox, new InternalErrors(FxThread.executor()));
            Poll poll = new Poll(connection.client(), story.clock);
            return new StatusPoller(
                    poll, story.store, updates, Timing.USUAL, scheduler, connection.traffic()::requests);
        });
        FxThread.ask(() -> {
            poller.start();
            return true;
        });
        Await.until("the first listing is under way", () -> server.listings() == 1);
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            poller.close();
            return true;
        });
        connection.close();
        server.close();
    }

    @Test
    void listingsOfOneServerNeverOverlapHoweverOftenOneIsWanted() {
        for (int listing = 1; listing <= 3; listing++) {
            wantOften();
            assertThat(server.listings()).isEqualTo(listing);
            server.letGo(1);
            int next = listing + 1;
            Await.until("the next listing is under way", () -> server.listings() == next);
        }
    }

    @Test
    void whatIsWantedOftenDuringAListingIsOneListingMore() {
        wantOften();
        server.letGo(1);
        Await.until("the second listing is under way", () -> server.listings() == 2);
        server.letGo(1);
        Await.until(
                "it has landed, and the next one waits", () -> !lastPause.get().isZero());
        assertThat(lastPause.get()).isGreaterThan(Timing.USUAL.busy().dividedBy(2));
        assertThat(server.listings()).isEqualTo(2);
    }

    private void wantOften() {
        for (int i = 0; i < 20; i++) {
            FxThread.ask(() -> {
                poller.pollSoon();
                return true;
            });
        }
    }
}
