package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.concurrent.Worker;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.HeldServer;
import taskglass.opencode.Connection;
import taskglass.opencode.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.Story;

/** A poller with as many threads as it likes, in front of a server that takes its time. */
class PollOverlapTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger cutShort = new AtomicInteger();
    private HeldServer server;
    private Connection connection;
    private StatusPoller poller;

    @BeforeEach
    void poll() throws IOException {
        server = new HeldServer();
        ServerId id = new ServerId(server.baseUrl());
        connection = new Connection(new Endpoint(id, Optional.empty()));
        poller = FxThread.ask(() -> {
            Story story = new Story();
            Inbox inbox = new Inbox(FxThread.executor(), story.book::apply);
            Poll poll = new Poll(connection.client(), story.clock);
            return new StatusPoller(poll, story.book, inbox, Pace.USUAL, this::begin, System::nanoTime);
        });
        FxThread.ask(() -> {
            // What is cut short goes on at the server, beside the one that takes its place.
            poller.setOnCancelled(e -> cutShort.incrementAndGet());
            poller.start();
            return true;
        });
        Await.until("the first listing is under way", () -> server.listings() == 1);
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> poller.cancel());
        threads.shutdownNow();
        connection.close();
        server.close();
    }

    @Test
    void listingsOfOneServerNeverOverlapHoweverOftenOneIsWanted() {
        for (int listing = 1; listing <= 3; listing++) {
            wantOften();
            server.letGo(1);
            int next = listing + 1;
            Await.until("the next listing is under way", () -> server.listings() == next);
        }
        assertThat(cutShort).hasValue(0);
        assertThat(begun).hasValue(4);
    }

    @Test
    void whatIsWantedOftenDuringAListingIsOneListingMore() {
        wantOften();
        server.letGo(1);
        Await.until("the second listing is under way", () -> server.listings() == 2);
        server.letGo(1);
        Await.until("it has landed", () -> FxThread.ask(() -> poller.getState()) == Worker.State.SCHEDULED);
        assertThat(FxThread.ask(() -> poller.getPeriod()))
                .isEqualTo(Duration.seconds((double) Pace.USUAL.busy().toSeconds()));
        assertThat(begun).hasValue(2);
    }

    private void begin(Runnable listing) {
        begun.incrementAndGet();
        threads.execute(listing);
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
