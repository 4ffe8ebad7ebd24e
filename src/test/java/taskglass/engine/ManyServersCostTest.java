package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Traffic;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;

/** What twenty servers with two hundred settled sessions each cost the engine, at ten times the usual pace. */
@Tag("slow")
class ManyServersCostTest {
    private static final int SERVERS = 20;
    private static final int SESSIONS = 200;

    /** Sessions by pages of 50 of which the first is looked at, who is active, who asks, and a permission list. */
    private static final int REQUESTS_OF_A_POLL = 5;

    /** Half a minute at the usual pace. */
    private static final Duration WHILE = Duration.ofSeconds(3);

    private static final Pattern ENGINE =
            Pattern.compile("(poll|events)-.*|JavaFX Application Thread|CompletableFuture.*");

    private final List<OpenCode2> servers = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Engine engine;

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        servers.forEach(OpenCode2::close);
    }

    @Test
    void twentyServersAtRestStayLight() throws IOException {
        engine = FaultRig.quick(Clock.systemUTC());
        for (int i = 0; i < SERVERS; i++) {
            watch(new OpenCode2());
        }
        Await.until(
                "all are in the book",
                () -> FxThread.ask(() -> engine.store().tasks().size()) == SERVERS * SESSIONS);
        Await.until(
                "all are live",
                () -> FxThread.ask(() -> engine.servers().stream()
                        .allMatch(
                                server -> engine.store().health(server).state() == ServerHealth.ConnectionState.LIVE)));
        awaitRest();
        assertLight();
    }

    private void watch(OpenCode2 server) {
        servers.add(server);
        for (int i = 0; i < SESSIONS; i++) {
            server.agents().session("Session " + i);
        }
        Credentials credentials = new Credentials("opencode", OpenCode2.PASSWORD);
        Connection connection = new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.of(credentials)));
        connections.add(connection);
        FxThread.ask(() -> {
            engine.watch(connection);
            return true;
        });
    }

    /** After the first listing each session is looked at once: that is over when polls ask no more than they have to. */
    private void awaitRest() {
        Await.until("polls are at rest", () -> {
            long before = requests();
            pass(FaultRig.QUICK.settled());
            return requests() - before <= 2L * SERVERS * REQUESTS_OF_A_POLL;
        });
    }

    private void assertLight() {
        long requests = requests();
        long bytes = connections.stream()
                .map(Connection::traffic)
                .mapToLong(Traffic::bytes)
                .sum();
        long cpu = cpu().sum();
        pass(WHILE);
        double polls =
                SERVERS * (WHILE.toMillis() / (double) FaultRig.QUICK.settled().toMillis());
        requests = requests() - requests;
        bytes = connections.stream()
                        .map(Connection::traffic)
                        .mapToLong(Traffic::bytes)
                        .sum()
                - bytes;
        cpu = cpu().sum() - cpu;
        System.out.printf(
                "%d servers with %d sessions each, at rest: %d requests, %,d bytes and %d ms of CPU in half a minute,"
                        + " by %d threads%n",
                SERVERS, SESSIONS, requests, bytes, Duration.ofNanos(cpu).toMillis(), own());
        assertThat(own()).isEqualTo(2 * SERVERS);
        // A poll of each server may begin on either side of the while.
        assertThat((double) requests).isLessThanOrEqualTo((polls + SERVERS) * REQUESTS_OF_A_POLL);
    }

    private static void pass(Duration time) {
        long began = System.nanoTime();
        Await.until("time has passed", () -> System.nanoTime() - began > time.toNanos());
    }

    private long requests() {
        return connections.stream()
                .map(Connection::traffic)
                .mapToLong(Traffic::requests)
                .sum();
    }

    /** What each of the engine's threads has cost so far, in nanoseconds. */
    private LongStream cpu() {
        return infos().stream()
                .filter(info -> ENGINE.matcher(info.getThreadName()).matches())
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()));
    }

    private long own() {
        return infos().stream()
                .filter(info -> connections.stream()
                        .map(connection -> connection.server().shortName())
                        .anyMatch(name ->
                                List.of("poll-" + name, "events-" + name).contains(info.getThreadName())))
                .count();
    }

    private List<ThreadInfo> infos() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .toList();
    }
}
