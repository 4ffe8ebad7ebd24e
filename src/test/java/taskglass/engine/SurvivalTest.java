package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.engine.monitor.EventReader;
import taskglass.engine.monitor.MonitorUpdates;
import taskglass.lab.CannedServer;
import taskglass.lab.FaultProxy;
import taskglass.lab.FaultProxy.Answer;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.store.Change;

/** What goes on although we have a fault of our own. */
class SurvivalTest {
    private static final Answer BRIEF = new Answer(
            200,
            "text/event-stream",
            "data: {\"payload\":{\"type\":\"session.idle\",\"properties\":{\"sessionID\":\"ses_1\"}}}\n\n");

    private final VirtualTime time = new VirtualTime(CannedServer.now());
    private final InternalErrors errors = new InternalErrors(time);
    private final List<Throwable> bugs = new ArrayList<>();

    @Test
    void theEventReaderGoesOnWhateverComesOfAnEventAndTellsOnce() throws IOException {
        errors.onBug(bugs::add);
        MonitorUpdates choking =
                new MonitorUpdates(new Inbox(Runnable::run, (Scheduler) time, SurvivalTest::choke), errors);
        try (CannedServer server = new CannedServer(1);
                FaultProxy proxy = new FaultProxy(server.baseUrl());
                Connection connection = new Connection(new Endpoint(new ServerId(proxy.baseUrl()), Optional.empty()));
                EventReader reader =
                        new EventReader(connection.events(Timing.USUAL.silence(), time), choking, Timing.USUAL, time)) {
            proxy.answer(FaultProxy::isStream, BRIEF);
            reader.start();
            time.pass(Duration.ofMinutes(2));
            assertThat(proxy.streams()).isGreaterThan(5);
            assertThat(bugs).hasSize(1);
        }
    }

    /** Not of an event, but of the reading itself: here the clock that it is handed. */
    @Test
    void theEventReaderOpensTheStreamAgainWhateverTheReadingEndsWith() throws IOException {
        MonitorUpdates updates = new MonitorUpdates(new Inbox(time, batch -> {}), errors);
        Clock stopped = Clock.fixed(time.instant(), ZoneOffset.UTC);
        AtomicInteger asked = new AtomicInteger();
        InstantSource chokesTwice = () -> {
            if (asked.incrementAndGet() <= 2) {
                throw new IllegalStateException("choked");
            }
            return stopped.instant();
        };
        try (CannedServer server = new CannedServer(1);
                FaultProxy proxy = new FaultProxy(server.baseUrl());
                Connection connection = new Connection(new Endpoint(new ServerId(proxy.baseUrl()), Optional.empty()));
                EventReader reader = new EventReader(
                        connection.events(Timing.USUAL.silence(), chokesTwice.withZone(ZoneOffset.UTC)),
                        updates,
                        Timing.USUAL,
                        time)) {
            proxy.answer(FaultProxy::isStream, BRIEF);
            reader.start();
            time.pass(Duration.ofMinutes(2));
            assertThat(proxy.streams()).isPositive();
        }
    }

    private static void choke(List<Change> batch) {
        throw new IllegalStateException("choked");
    }

    @Test
    void whoTellsAServerSomethingHearsOfAFaultOfOurOwn() {
        List<Optional<ServerTrouble>> answers = new ArrayList<>();
        try (CommandRunner commands = commands()) {
            commands.send(
                    () -> {
                        throw new IllegalStateException("choked");
                    },
                    answers::add);
            time.settle();
            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst()).isPresent();
        }
    }

    @Test
    void whoTellsAServerSomethingWhileWeEndIsAnswered() {
        List<Optional<ServerTrouble>> answers = new ArrayList<>();
        CommandRunner commands = commands();
        commands.close();
        commands.send(() -> {}, answers::add);
        time.settle();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).isPresent();
    }

    private CommandRunner commands() {
        return new CommandRunner(time, new Inbox(time, batch -> {}), time, errors, time);
    }
}
