package taskglass.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.lab.CannedServer;
import taskglass.lab.FaultProxy;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.store.Change;
import taskglass.task.store.ReadLimits;

/** A server that is removed, and watched anew, while it has no event stream. */
class WatchedAnewTest {
    private static final int TASKS = 10;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime(CannedServer.now());
    private CannedServer server;
    private FaultProxy proxy;
    private Engine engine;

    @BeforeEach
    void watch() throws IOException {
        server = new CannedServer(TASKS);
        proxy = new FaultProxy(server.baseUrl().replaceAll("/$", ""));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(time, time, none, ReadLimits.WINDOW, Timing.USUAL, time);
        engine.watch(connection());
        time.pass(LONG);
        assertThat(engine.store().tasks()).hasSize(TASKS);
    }

    @AfterEach
    void close() {
        engine.close();
        proxy.close();
        server.close();
    }

    @Test
    void aServerThatIsWatchedAnewInOnePulseHasAllItsTasks() {
        engine.serverControl().drop(id());
        engine.watch(connection());
        time.pass(Duration.ofSeconds(1));
        assertThat(engine.store().tasks()).hasSize(TASKS);
        time.pass(LONG);
        assertThat(engine.store().tasks()).hasSize(TASKS);
    }

    @Test
    void oneThatIsWatchedAnewWhileAListingIsOnItsWayHasAllItsTasks() {
        proxy.pause(path -> time.keep(FaultProxy.isStream(path), Duration.ofSeconds(3)));
        time.pass(Duration.ofSeconds(4));
        engine.serverControl().drop(id());
        engine.watch(connection());
        time.pass(LONG);
        assertThat(engine.store().tasks()).hasSize(TASKS);
    }

    @Test
    void anAnswerToWhatWasAskedBeforeTheServerWasRemovedIsDropped() {
        proxy.pause(path -> time.keep(FaultProxy.isStream(path), Duration.ofSeconds(3)));
        time.pass(Duration.ofSeconds(4));
        engine.serverControl().drop(id());
        time.pass(LONG);
        assertThat(engine.store().tasks()).isEmpty();
    }

    @Test
    void whatAThreadTellsAfterItsWatchHasBeenClosedIsNotReceived() {
        List<Change> changes = new ArrayList<>();
        MonitorUpdates updates = new MonitorUpdates(
                new Inbox(Runnable::run, (Scheduler) time, changes::addAll), new InternalErrors(time));
        updates.post(new Change.StreamOpened(id()));
        updates.close();
        updates.post(new Change.StreamLost(id()));
        assertThat(changes).containsExactly(new Change.StreamOpened(id()));
    }

    @Test
    void theAnswerToAnOrderBringsNoTaskOfAServerBackThatIsNotWatched() {
        InternalErrors errors = new InternalErrors(time);
        Inbox inbox = new Inbox(time, batch -> {});
        try (ServerMonitors none = new ServerMonitors(engine.store(), inbox, time, Timing.USUAL, time, errors)) {
            Change answer = new Change.Withdrawn(new TaskKey(id(), "ses_00001"));
            assertThat(none.ofWatched(List.of(answer))).isEmpty();
            none.add(connection());
            assertThat(none.ofWatched(List.of(answer))).containsExactly(answer);
        }
    }

    private Connection connection() {
        return new Connection(new Endpoint(id(), Optional.empty()));
    }

    private ServerId id() {
        return new ServerId(proxy.baseUrl());
    }
}
