package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.LabTerminal;
import taskglass.lab.MovableClock;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.Provenance;
import taskglass.text.CancelText;

/**
 * Work of other OpenCode processes of the same user, which the watched server knows from the database that they share
 * and from nowhere else.
 */
@NeedsOpenCode
class OtherProcessesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_TERMINAL = Duration.ofSeconds(90);

    private static RealOpenCode watched;
    private static RealOpenCode other;
    private final MovableClock clock = new MovableClock(Instant.now());
    private Rig rig;

    @BeforeAll
    static void startBoth() throws IOException {
        watched = RealOpenCode.shared();
        other = watched.startBeside();
    }

    @AfterAll
    static void stopTheOther() {
        other.close();
    }

    @BeforeEach
    void watch() {
        rig = new Rig(watched, watched.baseUrl(), clock, FaultRig.QUICK, engine -> {});
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aTaskOfAnotherServerRunsElsewhereAndEndsAsItDoesThere() {
        String session = promptedElsewhere("steps=2 gate=counted");
        awaitElsewhere(session);
        assertThat(source(session)).isEqualTo(Provenance.Source.INFERRED);
        watched.model().gates().open("counted");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.assertAgrees(session, 0);
    }

    @Test
    void aTaskOfAnotherServerIsReportedOnce() {
        String session = promptedElsewhere("steps=1 gate=told");
        awaitElsewhere(session);
        watched.model().gates().open("told");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aSessionOfTwoWatchedServersIsARowOfTheOneThatRunsIt() {
        String session = promptedElsewhere("steps=2 gate=one-row");
        awaitElsewhere(session);
        TaskKey row = watchTheOther(session);
        Await.until("the one that runs it tells it", () -> rows(session).equals(List.of(row)));
        watched.model().gates().open("one-row");
        Await.until(
                "it is completed there",
                () -> FxThread.ask(() -> rig.engine.store().find(row))
                        .filter(task -> task.status() == TaskStatus.COMPLETED)
                        .isPresent());
        assertThat(rows(session)).containsExactly(row);
    }

    @Test
    void whatTwoWatchedServersTellIsReportedOnce() {
        String session = promptedElsewhere("steps=1 gate=told-once");
        awaitElsewhere(session);
        TaskKey row = watchTheOther(session);
        Await.until("the one that runs it tells it", () -> rows(session).equals(List.of(row)));
        watched.model().gates().open("told-once");
        Await.until("it is told", () -> !statuses(session).isEmpty());
        String later = promptedElsewhere("steps=0");
        Await.until("a later one is told", () -> !statuses(later).isEmpty());
        assertThat(statuses(session)).containsExactly(TaskStatus.COMPLETED);
    }

    /** Found as a process of this user, so that both are known to keep the same database. */
    private TaskKey watchTheOther(String session) {
        FxThread.ask(() -> {
            rig.engine.discovery().start(Around.processes(pid -> watched.runs(pid) || other.runs(pid)));
            return true;
        });
        TaskKey row = new TaskKey(new ServerId(other.baseUrl()), session);
        Await.until(
                "it is watched", () -> FxThread.ask(() -> rig.engine.servers().contains(row.server())));
        return row;
    }

    private List<TaskKey> rows(String session) {
        return FxThread.ask(() -> rig.engine.store().tasks().stream()
                .map(AgentTask::key)
                .filter(key -> key.session().equals(session))
                .toList());
    }

    /** Whichever server told it. */
    private List<TaskStatus> statuses(String session) {
        return rig.noticesOf(session);
    }

    @Test
    void aTaskThatFailsElsewhereHasFailed() {
        String session = promptedElsewhere("fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        assertThat(rig.task(session).outcome().orElseThrow().why().english()).isEqualTo("scripted failure 400");
    }

    @Test
    void aTaskWhoseProcessWasKilledIsInterruptedOnceItHasBeenStillForLong() throws IOException {
        String session = promptedElsewhere("steps=1 gate=never");
        awaitElsewhere(session);
        other.restartOnSamePort();
        rig.watchFor(clock, Duration.ofMinutes(9));
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
        rig.watchFor(clock, Duration.ofMinutes(2));
        assertThat(rig.task(session).outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.LEFT_UNFINISHED);
    }

    @Test
    void aCancelOfATaskElsewhereSaysThatOnlyTheOtherProcessCanStopIt() {
        String session = promptedElsewhere("steps=1 gate=not-ours");
        awaitElsewhere(session);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLING);
        clock.move(CancelState.PATIENCE);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        assertThat(CancelText.of(rig.task(session)))
                .isEqualTo("not cancelled: another process works on it, and only that process can stop it.");
        watched.model().gates().open("not-ours");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTaskInATerminalRunsElsewhereAndEndsAsItDoesThere() throws IOException {
        String before = newest();
        try (LabTerminal _ = watched.openTerminal("steps=2 gate=terminal")) {
            Await.until("the terminal has a session", A_TERMINAL, () -> !newest().equals(before));
            String session = newest();
            awaitElsewhere(session);
            watched.model().gates().open("terminal");
            Await.until(
                    "its work is done",
                    A_TERMINAL,
                    () -> Truth.of(rig.messages(session), 0).finish().equals("stop"));
            rig.awaitStatus(session, TaskStatus.COMPLETED);
            rig.assertAgrees(session, 0);
        }
    }

    /** The id of the session that was created last; "" without one. */
    private static String newest() {
        return watched.get("/experimental/session?limit=100").findValuesAsText("id").stream()
                .filter(id -> id.startsWith("ses_"))
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private String promptedElsewhere(String script) {
        String in = "?directory=" + RealOpenCode.encoded(other.project());
        String session = other.post("/session" + in, JSON.createObjectNode().put("title", script))
                .path("id")
                .asText();
        ObjectNode body = JSON.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        other.post("/session/" + session + "/prompt_async" + in, body);
        return session;
    }

    private void awaitElsewhere(String session) {
        rig.awaitStatus(session, TaskStatus.RUNNING);
        assertThat(rig.task(session).elsewhere()).isTrue();
    }

    private Provenance.Source source(String session) {
        return FxThread.ask(
                () -> rig.engine.store().provenance(rig.task(session)).source());
    }
}
