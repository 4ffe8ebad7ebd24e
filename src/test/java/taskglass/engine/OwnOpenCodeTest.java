package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.lab.StandInOpenCode;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.TaskStatus;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;

/** A server that was started from here: stopped, started again, left running and taken over. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class OwnOpenCodeTest {
    @TempDir
    private Path folder;

    private CannedServer server;
    private StandInOpenCode program;
    private Engine engine;
    private ServerId started;

    @BeforeEach
    void start() throws Exception {
        server = CannedServer.answering(3);
        program = StandInOpenCode.in(folder, server.baseUrl());
        engine = engine();
        started = order(engine, own -> own.start(folder));
        awaitHealth(ServerHealth.ConnectionState.POLLING_ONLY);
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return engine;
        });
        program.kill();
        server.close();
    }

    @Test
    void aServerThatIsStoppedIsShownAsEnded() {
        order(engine, own -> own.stop(started));
        Await.until("it has ended", () -> trouble() instanceof Trouble.Ended);
        assertThat(program.runs()).isFalse();
    }

    @Test
    void ofWhatRanOnAServerThatIsStoppedItIsSaidThatYouStoppedIt() {
        Await.until(
                "its server works on it",
                () -> FxThread.ask(() -> engine.store().tasks().stream()
                        .anyMatch(task -> task.activity().active())));
        server.close(); // it is another process than the one that stands in for it, and ends with that
        order(engine, own -> own.stop(started));
        Await.until(
                "it is said who stopped it",
                () -> FxThread.ask(() -> engine.store().tasks().stream()
                        .flatMap(task -> task.outcome().stream())
                        .anyMatch(end -> end.why().code() == Reason.Code.OPENCODE_STOPPED)));
    }

    @Test
    void aServerIsStartedAgainAtThePortThatItHad() {
        order(engine, own -> own.restart(started));
        assertThat(program.arguments().getLast())
                .contains("--port " + started.url().replaceAll(".*:", ""));
        awaitHealth(ServerHealth.ConnectionState.POLLING_ONLY);
    }

    @Test
    void aServerThatHasEndedIsStartedAgain() {
        program.kill();
        Await.until("it has ended", () -> trouble() instanceof Trouble.Ended);
        order(engine, own -> own.restart(started));
        awaitHealth(ServerHealth.ConnectionState.POLLING_ONLY);
    }

    @Test
    void theTasksThatClosingWouldEndAreNamed() {
        Await.until("it runs", () -> statuses().contains(TaskStatus.RUNNING));
        assertThat(FxThread.ask(() -> engine.ownOpenCode().atWork())).hasSize(1);
    }

    @Test
    void aServerThatIsLeftRunningOutlivesTheEngine() {
        leave();
        assertThat(program.runs()).isTrue();
    }

    @Test
    void aServerThatIsLeftRunningIsTheNextEnginesOwn() {
        leave();
        engine = engine();
        assertThat(order(engine, OwnOpenCode::takeOver)).containsExactly(started);
        assertThat(FxThread.ask(() -> engine.discovery().origin(started))).isEqualTo(new ServerOrigin.StartedHere());
        order(engine, own -> own.stop(started));
        assertThat(program.runs()).isFalse();
    }

    @Test
    void ofTwoEnginesOnlyOneTakesOverWhatWasLeftRunning() {
        leave();
        engine = engine();
        Engine other = engine();
        try {
            assertThat(order(engine, OwnOpenCode::takeOver)).hasSize(1);
            assertThat(order(other, OwnOpenCode::takeOver)).isEmpty();
        } finally {
            FxThread.ask(() -> {
                other.close();
                return other;
            });
        }
    }

    @Test
    void whatTellsHowAServerIsOpenedIsForThisUserAlone() throws Exception {
        leave();
        Path state = folder.resolve("state/taskglass");
        assertThat(permissions(state)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files.map(OwnOpenCodeTest::permissions)).isNotEmpty().containsOnly("rw-------");
        }
    }

    @Test
    void aServerThatHasEndedMeanwhileIsNotTakenOver() {
        leave();
        program.kill();
        Await.until("it has ended", () -> !program.runs());
        engine = engine();
        assertThat(order(engine, OwnOpenCode::takeOver)).isEmpty();
        assertThat(folder.resolve("state/taskglass")).isEmptyDirectory();
    }

    /** Where the window that left it running had ended before, so that nobody took note of its end. */
    @Test
    void aServerThatEndedUnnoticedIsLentToNobody() throws Exception {
        leave();
        Path record = records().getFirst();
        byte[] content = Files.readAllBytes(record);
        program.kill();
        Await.until("its end is noted here", () -> records().isEmpty());
        Files.write(record, content);
        assertThat(local().left()).isEmpty();
        assertThat(record).doesNotExist();
    }

    private List<Path> records() {
        try (Stream<Path> files = Files.list(folder.resolve("state/taskglass"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leave() {
        order(engine, OwnOpenCode::leave);
        FxThread.ask(() -> {
            engine.close();
            return engine;
        });
    }

    private Engine engine() {
        return FxThread.ask(
                () -> new Engine(Clock.fixed(CannedServer.now(), ZoneOffset.UTC), FxThread.executor(), local()));
    }

    private LocalOpenCode local() {
        return new LocalOpenCode(new OpenCodeInstall(program.path(), folder, false), program.environment());
    }

    private static <T> T order(Engine engine, Function<OwnOpenCode, CompletionStage<T>> order) {
        return FxThread.ask(() -> order.apply(engine.ownOpenCode()))
                .toCompletableFuture()
                .join();
    }

    private void awaitHealth(ServerHealth.ConnectionState state) {
        Await.until("it is " + state, () -> health().state() == state);
    }

    private ServerHealth health() {
        return FxThread.ask(() -> engine.store().health(started));
    }

    private Trouble trouble() {
        return health().trouble().orElse(new Trouble.Paused());
    }

    private List<TaskStatus> statuses() {
        return FxThread.ask(
                () -> engine.store().tasks().stream().map(task -> task.status()).toList());
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
