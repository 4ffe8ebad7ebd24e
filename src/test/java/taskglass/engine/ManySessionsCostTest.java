package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.lab.Stalls;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;
import taskglass.task.store.ReadLimits;

/** What many sessions cost the engine, over a loopback server that has them. */
class ManySessionsCostTest {
    private static final int AT_ONCE = 5000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int POLLS = 10;

    private Optional<Engine> engine = Optional.empty();

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.ifPresent(Engine::close);
            return true;
        });
    }

    @Test
    void aThousandSettledSessionsCostNoMoreThanTenAndTwoRequestsASecondAtMost() throws IOException {
        CannedServer.Sum few = minute(11);
        CannedServer.Sum many = minute(1001);
        System.out.printf(
                "Polling with 1 running and 1,000 settled sessions: %d requests and %d bytes a minute; with 10 settled:"
                        + " %d and %d%n",
                many.requests(), many.bytes(), few.requests(), few.bytes());
        assertThat(many.requests()).isEqualTo(few.requests());
        assertThat(many.requests()).isBetween(60, 120);
    }

    /** What a minute costs at the usual pace, once all but the newest of so many sessions have settled. */
    private static CannedServer.Sum minute(int sessions) throws IOException {
        VirtualTime time = new VirtualTime(CannedServer.now());
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        try (CannedServer server = new CannedServer(sessions, true);
                Engine engine = new Engine(time, time, none, ReadLimits.WINDOW, Timing.USUAL, time)) {
            engine.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty())));
            time.pass(Duration.ofMinutes(2));
            CannedServer.Sum before = server.sum();
            time.pass(Duration.ofMinutes(1));
            return server.sum().since(before);
        }
    }

    @Test
    void aPollFetchesLessThanSevenHundredBytesHoweverManyHaveSettled() throws IOException {
        assertThat(tenPolls(1001).bytes()).isLessThan(POLLS * 700L); // twice what it does
    }

    /** What ten polls cost, once all but the newest of so many sessions have settled. */
    private CannedServer.Sum tenPolls(int sessions) throws IOException {
        try (CannedServer server = new CannedServer(sessions, true)) {
            watch(server);
            Await.until("all others have settled", PATIENCE, () -> count(TaskStatus.COMPLETED) == sessions - 1);
            assertThat(count(TaskStatus.RUNNING)).isEqualTo(1);
            // The poll that is under way may still read what has just settled, and the next one what it found.
            int begun = server.listings().size() + 2;
            Await.until("ten polls are over", () -> server.listings().size() > begun + POLLS);
            List<CannedServer.Sum> marks = server.listings();
            return marks.get(begun + POLLS).since(marks.get(begun));
        }
    }

    @Test
    void fiveThousandSessionsAtOnceStopNothing() throws IOException {
        Connection.warmUp();
        FxThread.ask(() -> true);
        try (CannedServer server = new CannedServer(AT_ONCE);
                Stalls stalls = new Stalls()) {
            watch(server);
            Await.until(
                    "all are in the book",
                    PATIENCE,
                    () -> FxThread.ask(
                            () -> engine.orElseThrow().store().tasks().size() == AT_ONCE));
            System.out.printf(
                    "5,000 sessions at once: the JavaFX thread stood still for %d ms at worst%n",
                    stalls.worst().toMillis());
            assertThat(stalls.worst()).isLessThan(Duration.ofSeconds(2));
        }
    }

    private void watch(CannedServer server) {
        close();
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        Clock clock = Clock.fixed(CannedServer.now(), ZoneOffset.UTC);
        engine = Optional.of(FxThread.ask(() -> {
            Engine fresh = new Engine(clock, FxThread.executor(), none, ReadLimits.WINDOW, FaultRig.QUICK);
            fresh.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty())));
            return fresh;
        }));
    }

    private long count(TaskStatus status) {
        return FxThread.ask(() -> engine.orElseThrow().store().tasks().stream()
                .filter(task -> task.status() == status)
                .count());
    }
}
