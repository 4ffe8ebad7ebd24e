package taskglass.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.lab.CannedServer;
import taskglass.lab.FaultProxy;
import taskglass.lab.FaultProxy.Answer;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.ReadLimits;

/** How many runs are read of one server at a time, while that takes its time over each. */
class RunReadQueueTest {
    private static final int SESSIONS = 50;

    private final VirtualTime time = new VirtualTime(CannedServer.now());
    private final AtomicInteger asked = new AtomicInteger();
    private CannedServer server;
    private FaultProxy proxy;
    private Engine engine;

    @BeforeEach
    void watch() throws IOException {
        server = CannedServer.withBusy(SESSIONS, 0);
        proxy = new FaultProxy(server.baseUrl().replaceAll("/$", ""));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(time, time, none, ReadLimits.WINDOW, Timing.USUAL, time);
        engine.watch(new Connection(new Endpoint(new ServerId(proxy.baseUrl()), Optional.empty())));
        time.pass(Duration.ofSeconds(5));
        assertThat(engine.store().tasks()).hasSize(SESSIONS);
    }

    @AfterEach
    void close() {
        engine.close();
        proxy.close();
        server.close();
    }

    @Test
    void noMoreAreAskedForThanShallBeUnderWayAtATime() {
        proxy.pause(path -> {
            asked.incrementAndGet();
            time.keep(false, Duration.ofDays(1));
        });
        engine.readings()
                .read(engine.store().tasks().stream().map(AgentTask::key).toList());
        time.settle();
        assertThat(asked).hasValue(RunReadQueue.AT_A_TIME);
    }

    @Test
    void aReadingThatFailedOnceIsTriedAgain() {
        AgentTask task = engine.store().tasks().iterator().next();
        failFirst(1);
        engine.readings().read(List.of(task.key()));
        time.settle();
        assertThat(asked).hasValueGreaterThan(1);
        assertThat(engine.readings().refused(task.key())).isFalse();
    }

    @Test
    void aReadingThatFailsAgainAndAgainHoldsNobodyUp() {
        AgentTask task = engine.store().tasks().iterator().next();
        failFirst(100);
        engine.readings().read(List.of(task.key()));
        time.settle();
        assertThat(asked.get()).isLessThan(10);
        assertThat(engine.readings().refused(task.key())).isTrue();
    }

    @Test
    void aRunThatEventsLeaveInDoubtAfterAllTriesIsReadByThePolls() {
        AgentTask task = engine.store().tasks().iterator().next();
        for (int i = 0; i < 4; i++) {
            engine.store().apply(List.of(new Change.Heard(task.key(), time.instant(), new Fact.Missed())));
            engine.readings().read(List.of(task.key()));
            time.settle();
        }
        engine.store().apply(List.of(new Change.Heard(task.key(), time.instant(), new Fact.Missed())));
        assertThat(engine.store().isRead(engine.store().find(task.key()).orElseThrow()))
                .isFalse();
        assertThat(engine.store().nextRequest(task.key().server()).reads())
                .extracting(read -> read.session().key())
                .contains(task.key());
    }

    private void failFirst(int times) {
        proxy.answer(path -> asked.incrementAndGet() <= times, Answer.BROKEN);
    }
}
