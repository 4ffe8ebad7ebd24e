package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;

/** What an engine keeps while nothing happens: its threads, and nothing of the details that were looked at. */
class RestBudgetTest {
    private static final int LOOKS = 200;

    private final List<CannedServer> servers = new ArrayList<>();
    private Engine engine;

    @BeforeEach
    void begin() {
        Clock clock = Clock.fixed(CannedServer.now(), ZoneOffset.UTC);
        engine = FaultRig.quick(clock);
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        servers.forEach(CannedServer::close);
    }

    @Test
    void aServerHasTwoThreadsAndThreeHaveSix() throws IOException {
        ServerId one = watched();
        assertThat(threads(one)).containsExactlyInAnyOrder("poll-" + one.shortName(), "events-" + one.shortName());
        ServerId two = watched();
        ServerId three = watched();
        assertThat(threads(one, two, three)).hasSize(6);
    }

    @Test
    void twoHundredDetailsThatWereOpenedAndClosedLeaveNothingBehind() throws IOException {
        TaskKey task = new TaskKey(watched(), "ses_00000");
        List<WeakReference<LiveTranscript>> followed = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            followed.add(FxThread.ask(() -> {
                var transcript =
                        engine.liveTranscripts().follow(task, touched -> {}).orElseThrow();
                engine.liveTranscripts().stop();
                return new WeakReference<>(transcript);
            }));
        }
        Await.until("all are gone", () -> {
            System.gc();
            return followed.stream().allMatch(reference -> reference.refersTo(null));
        });
    }

    /** A server that has been listed. */
    private ServerId watched() throws IOException {
        CannedServer server = new CannedServer(1);
        servers.add(server);
        ServerId id = new ServerId(server.baseUrl());
        FxThread.ask(() -> {
            engine.watch(new Connection(new Endpoint(id, Optional.empty())));
            return true;
        });
        FxThread.until("it is listed", () -> engine.store().health(id).listed().isPresent());
        return id;
    }

    /** The names of the threads that are about these servers. */
    private static Set<String> threads(ServerId... about) {
        List<String> names = List.of(about).stream().map(ServerId::shortName).toList();
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("poll-") || name.startsWith("events-"))
                .filter(name -> names.stream().anyMatch(name::endsWith))
                .collect(Collectors.toSet());
    }
}
