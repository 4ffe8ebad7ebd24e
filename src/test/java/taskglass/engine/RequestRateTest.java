package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import taskglass.task.TaskKey;
import taskglass.task.store.ReadLimits;

/** How many requests a server gets in a minute, in every state in which it or its gateway may be for good. */
@Tag("slow")
class RequestRateTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What comes before: the first listing, readings of what was never read, the first tries of the stream. */
    private static final Duration START = Duration.ofMinutes(2);

    /** Two a second. */
    private static final int ONE_DIRECTORY = 120;

    /** One a second for each further directory in which something works, and for open details. */
    private static final int MORE = 60;

    /** Eight a second. */
    private static final int MOST = 480;

    /** A back-off of ten seconds and more. */
    private static final int STREAMS = 6;

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    /** What is wrong with the server, or with what stands in front of it. */
    enum Fault {
        STREAM_NOT_FOUND,
        STREAM_FORBIDDEN,
        STREAM_UNAUTHORISED,
        STREAM_BROKEN,
        STREAM_BAD_GATEWAY,
        STREAM_IS_A_PAGE,
        STREAM_IS_EMPTY,
        STREAM_BREAKS_AT_ONCE,
        STREAM_IS_SLOW,
        STREAM_HANGS,
        ALL_UNAUTHORISED,
        ALL_FORBIDDEN,
        ALL_BROKEN,
        ALL_BAD_GATEWAY,
        ALL_A_PAGE,
        ALL_SLOW,
        ALL_REFUSED,
        ALL_HANGS;

        private static final Answer BAD_GATEWAY = new Answer(502, "text/html", "<html>Bad gateway</html>");
        private static final Answer FORBIDDEN = new Answer(403, "text/plain", "");

        void make(FaultProxy proxy, VirtualTime time) {
            switch (this) {
                case STREAM_NOT_FOUND -> stream(proxy, new Answer(404, "text/plain", ""));
                case STREAM_FORBIDDEN -> stream(proxy, FORBIDDEN);
                case STREAM_UNAUTHORISED -> stream(proxy, Answer.UNAUTHORISED);
                case STREAM_BROKEN -> stream(proxy, Answer.BROKEN);
                case STREAM_BAD_GATEWAY -> stream(proxy, BAD_GATEWAY);
                case STREAM_IS_A_PAGE -> stream(proxy, Answer.PAGE);
                case STREAM_IS_EMPTY -> stream(proxy, new Answer(200, "text/event-stream", ""));
                case STREAM_BREAKS_AT_ONCE -> stream(proxy, connected());
                case STREAM_IS_SLOW -> {
                    stream(proxy, connected());
                    proxy.pause(path -> keepIf(FaultProxy.isStream(path), time, SLOW));
                }
                case STREAM_HANGS -> proxy.pause(path -> keepIf(FaultProxy.isStream(path), time, FOR_EVER));
                case ALL_UNAUTHORISED -> proxy.answer(path -> true, Answer.UNAUTHORISED);
                case ALL_FORBIDDEN -> proxy.answer(path -> true, FORBIDDEN);
                case ALL_BROKEN -> proxy.answer(path -> true, Answer.BROKEN);
                case ALL_BAD_GATEWAY -> proxy.answer(path -> true, BAD_GATEWAY);
                case ALL_A_PAGE -> proxy.answer(path -> true, Answer.PAGE);
                case ALL_SLOW -> proxy.pause(path -> time.keep(FaultProxy.isStream(path), SLOW));
                case ALL_REFUSED -> proxy.refuse();
                case ALL_HANGS -> proxy.pause(path -> time.keep(FaultProxy.isStream(path), FOR_EVER));
            }
        }

        private static void stream(FaultProxy proxy, Answer answer) {
            proxy.answer(FaultProxy::isStream, answer);
        }

        private static Answer connected() {
            String event = "data: {\"payload\":{\"type\":\"server.connected\",\"properties\":{}}}\n\n";
            return new Answer(200, "text/event-stream", event);
        }

        private static void keepIf(boolean kept, VirtualTime time, Duration by) {
            if (kept) {
                time.keep(true, by);
            }
        }
    }

    private final VirtualTime time = new VirtualTime(CannedServer.now());
    private CannedServer server;
    private FaultProxy proxy;
    private Engine engine;

    @AfterEach
    void close() {
        engine.close();
        proxy.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void atRestAServerGetsTwoRequestsASecondAtMost(Fault fault) throws IOException {
        watch(CannedServer.withBusy(50, 0));
        assertRate(fault, ONE_DIRECTORY);
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithOneActiveDirectoryGetsTwoRequestsASecondAtMost(Fault fault) throws IOException {
        watch(CannedServer.withBusy(50, 1));
        assertRate(fault, ONE_DIRECTORY);
    }

    @ParameterizedTest
    @EnumSource
    void openDetailsAddOneRequestASecondAtMost(Fault fault) throws IOException {
        watch(CannedServer.withBusy(50, 1));
        lookAtDetails();
        assertRate(fault, ONE_DIRECTORY + MORE);
    }

    @ParameterizedTest
    @EnumSource
    void openDetailsAtRestAddOneRequestASecondAtMost(Fault fault) throws IOException {
        watch(CannedServer.withBusy(50, 0));
        lookAtDetails();
        assertRate(fault, ONE_DIRECTORY + MORE);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "5", "20"})
    void eachFurtherActiveDirectoryAddsOneRequestASecondAndAllAreCapped(int directories) throws IOException {
        watch(CannedServer.withBusy(50, directories));
        assertRate(Fault.STREAM_NOT_FOUND, Math.min(MOST, ONE_DIRECTORY + (directories - 1) * MORE));
    }

    private void watch(CannedServer canned) throws IOException {
        server = canned;
        proxy = new FaultProxy(server.baseUrl().replaceAll("/$", ""));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(time, time, none, ReadLimits.WINDOW, Timing.USUAL, time);
        engine.watch(new Connection(new Endpoint(id(), Optional.empty())));
        time.pass(Duration.ofSeconds(5));
        assertThat(engine.store().tasks()).hasSize(50);
    }

    private ServerId id() {
        return new ServerId(proxy.baseUrl());
    }

    private void lookAtDetails() {
        engine.liveTranscripts().follow(new TaskKey(id(), "ses_00049"), places -> {});
    }

    private void assertRate(Fault fault, int most) {
        fault.make(proxy, time);
        time.pass(START);
        int requests = proxy.requests();
        int streams = proxy.streams();
        time.pass(MINUTE);
        System.out.printf(
                "%s: %d requests a minute, %d of them for the stream%n",
                fault, proxy.requests() - requests + proxy.streams() - streams, proxy.streams() - streams);
        assertThat(proxy.requests() - requests).isLessThanOrEqualTo(most);
        assertThat(proxy.streams() - streams).isLessThanOrEqualTo(STREAMS);
    }
}
