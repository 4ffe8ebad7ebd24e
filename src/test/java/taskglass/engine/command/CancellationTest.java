package taskglass.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.StubbornServer;
import taskglass.lab.StubbornServer.Ear;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.text.CancelText;

/** What becomes of a cancel at a server that does not do as it is told; it is only polled. */
@Tag("slow")
class CancellationTest {
    /** More than lies between two requests to stop the same session. */
    private static final Duration A_LITTLE_LATER = Duration.ofSeconds(3);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:01Z"));
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private StubbornServer server;
    private ServerId id;
    private Engine engine;

    @BeforeEach
    void watch() throws IOException {
        server = new StubbornServer();
        server.begin("root", "", Ear.HEEDS);
        id = new ServerId(server.baseUrl());
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(clock, FxThread.executor(), none));
        FxThread.ask(() -> {
            engine.onNotice(notice -> shown.add(
                    notice.task().key().session() + " " + notice.task().status()));
            engine.watch(new Connection(new Endpoint(id, Optional.empty())));
            return true;
        });
        awaitStatus("root", TaskStatus.RUNNING);
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        server.close();
    }

    @Test
    void aRequestThatIsNotHeededIsMadeAgain() {
        server.hears("root", Ear.IGNORES_ONCE);
        cancel("root");
        awaitAborts("root");
        clock.move(A_LITTLE_LATER);
        awaitStatus("root", TaskStatus.CANCELLED);
        assertThat(server.aborts()).containsExactly("root", "root");
        assertThat(shown).containsExactly("root CANCELLED");
    }

    @Test
    void aChildThatGoesOnAfterItsParentsAbortIsStoppedAfterIt() {
        begin("child", "root", Ear.HEEDS);
        begin("grandchild", "child", Ear.HEEDS);
        cancel("root");
        awaitStatus("root", TaskStatus.CANCELLED);
        assertThat(server.aborts()).containsExactly("root", "child", "grandchild");
        assertThat(shown).containsExactly("root CANCELLED");
    }

    @Test
    void aRootIsCancellingAsLongAsItsSubagentWorks() {
        begin("child", "root", Ear.IGNORES);
        cancel("root");
        Await.until("the root rests", () -> !task("root").activity().active());
        assertThat(task("root").status()).isEqualTo(TaskStatus.CANCELLING);
        assertThat(shown).isEmpty();
        server.complete("child");
        awaitStatus("root", TaskStatus.CANCELLED);
        assertThat(task("child").status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(shown).containsExactly("root CANCELLED");
    }

    @Test
    void afterTenSecondsTheRootNamesTheSubagentThatStillWorksAndItsTool() {
        begin("child", "root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root", "child");
        clock.move(CancelState.PATIENCE);
        awaitReason("root", "still running after 10 s: subagent “Task child” is in bash. Cancel again?");
        awaitReason("child", "still running after 10 s: in bash. Cancel again?");
        server.complete("child");
        awaitStatus("root", TaskStatus.CANCELLED);
        assertThat(shown).containsExactly("root CANCELLED");
    }

    @Test
    void whatStillRunsCanBeCancelledAgain() {
        server.hears("root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root");
        clock.move(CancelState.PATIENCE);
        awaitReason("root", "still running after 10 s: in bash. Cancel again?");
        assertThat(task("root").status()).isEqualTo(TaskStatus.RUNNING);
        server.hears("root", Ear.HEEDS);
        cancel("root");
        awaitStatus("root", TaskStatus.CANCELLED);
        assertThat(shown).containsExactly("root CANCELLED");
    }

    @Test
    void whatWasGivenUpIsNotAskedToStopAnyMore() {
        server.hears("root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root");
        clock.move(CancelState.PATIENCE);
        awaitReason("root", "still running after 10 s: in bash. Cancel again?");
        int asked = server.aborts().size();
        clock.move(A_LITTLE_LATER);
        awaitAListing();
        assertThat(server.aborts()).hasSize(asked);
    }

    @Test
    void aSubagentThatBeginsAfterTheCancelIsStoppedToo() {
        server.hears("root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root");
        server.begin("late", "root", Ear.HEEDS);
        awaitStatus("late", TaskStatus.CANCELLED);
        server.complete("root");
        awaitStatus("root", TaskStatus.COMPLETED);
        assertThat(shown).containsExactly("root COMPLETED");
    }

    @Test
    void aChildThatRestedAndIsPromptedAfterTheCancelIsLeftAlone() {
        begin("child", "root", Ear.HEEDS);
        server.complete("child");
        awaitStatus("child", TaskStatus.COMPLETED);
        server.hears("root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root");
        server.prompt("child");
        awaitStatus("child", TaskStatus.RUNNING);
        clock.move(A_LITTLE_LATER);
        awaitAborts("root", "root");
    }

    @Test
    void aRefusalIsShownAtOnceAndStaysWhenPatienceIsOver() {
        server.hears("root", Ear.REFUSES);
        cancel("root");
        awaitReason("root", "the server refused (500: boom). Taskglass will try again.");
        assertThat(task("root").status()).isEqualTo(TaskStatus.CANCELLING);
        clock.move(CancelState.PATIENCE);
        awaitReason("root", "not cancelled: the server refused (500: boom). Cancel again?");
    }

    @Test
    void aServerThatIsGoneIsSaidNotToAnswer() {
        server.close();
        cancel("root");
        Await.until("the trouble shows", () -> reason("root").startsWith("the server does not answer ("));
        clock.move(CancelState.PATIENCE);
        Await.until("it is given up", () -> reason("root").startsWith("not cancelled: the server does not answer ("));
        assertThat(shown).isEmpty();
    }

    @Test
    void aTaskThatCompletesAllTheSameIsCompleted() {
        server.hears("root", Ear.IGNORES);
        cancel("root");
        awaitAborts("root");
        server.complete("root");
        awaitStatus("root", TaskStatus.COMPLETED);
        assertThat(shown).containsExactly("root COMPLETED");
    }

    private void begin(String session, String parent, Ear ear) {
        server.begin(session, parent, ear);
        awaitStatus(session, TaskStatus.RUNNING);
    }

    private void cancel(String session) {
        FxThread.ask(() -> {
            engine.cancel(List.of(key(session)));
            return true;
        });
    }

    private TaskKey key(String session) {
        return new TaskKey(id, session);
    }

    private AgentTask task(String session) {
        return FxThread.ask(() -> engine.store().find(key(session)).orElseThrow());
    }

    private String reason(String session) {
        return CancelText.of(task(session));
    }

    private void awaitStatus(String session, TaskStatus status) {
        Await.until(
                session + " is " + status,
                () -> FxThread.ask(() -> engine.store().find(key(session)))
                        .filter(task -> task.status() == status)
                        .isPresent());
    }

    private void awaitReason(String session, String text) {
        Await.until(text, () -> reason(session).equals(text));
    }

    private void awaitAborts(String... sessions) {
        Await.until("aborts of " + List.of(sessions), () -> server.aborts().equals(List.of(sessions)));
    }

    /** Another session shows, so the server has been listed since. */
    private void awaitAListing() {
        begin("another", "", Ear.HEEDS);
    }
}
