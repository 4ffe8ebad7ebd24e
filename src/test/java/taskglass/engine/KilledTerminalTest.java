package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.LabTerminal;
import taskglass.lab.MovableClock;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.discovery.ServerSearch;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;

/** Work of a process that was killed, where the engine knows the OpenCode processes of this user. */
@NeedsOpenCode
class KilledTerminalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MovableClock clock = new MovableClock(Instant.now());
    private ScriptedModel model;
    private RealOpenCode watched;
    private RealOpenCode other;
    private Rig rig;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        model = new ScriptedModel();
        watched = RealOpenCode.start(model);
        other = watched.startBeside();
        rig = new Rig(watched, watched.baseUrl(), clock, FaultRig.QUICK, engine -> {});
    }

    @AfterEach
    void close() {
        rig.close();
        other.close();
        watched.close();
        model.close();
    }

    @Test
    void whatAKilledProcessLeftIsInterruptedWithinAMinute() {
        String session = leftByTheOther();
        scan(watched::runs);
        rig.watchFor(clock, Duration.ofMinutes(1));
        rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        assertThat(rig.task(session).outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.LEFT_UNFINISHED);
    }

    @Test
    void whileAProcessIsThereThatWasThereBeforeItMayStillBeAtWork() throws IOException {
        try (LabTerminal terminal = openTerminal()) {
            String session = leftByTheOther();
            scan(pid -> watched.runs(pid) || terminal.runs(pid));
            rig.watchFor(clock, Duration.ofMinutes(1));
            assertThat(rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
        }
    }

    @Test
    void aTerminalThatIsOpenedLaterDoesNotBringItBackToLife() throws IOException {
        String session = leftByTheOther();
        try (LabTerminal terminal = openTerminal()) {
            scan(pid -> watched.runs(pid) || terminal.runs(pid));
            rig.watchFor(clock, Duration.ofMinutes(1));
            rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        }
    }

    @Test
    void anotherServerThatIsWatchedAndIdleDoesNotKeepItAlive() throws IOException {
        try (RealOpenCode third = watched.startBeside()) {
            String session = leftByTheOther();
            scan(pid -> watched.runs(pid) || third.runs(pid));
            rig.watchFor(clock, Duration.ofMinutes(1));
            Await.until("it is interrupted", () -> interrupted(session));
        }
    }

    @Test
    void whatAWatchedServerRanIsOverAsSoonAsItsProcessIsGone() {
        scan(pid -> watched.runs(pid) || other.runs(pid));
        Await.until(
                "both are watched",
                () -> FxThread.ask(() -> rig.engine.servers().size()) == 2);
        String session = promptedOnTheOther();
        Await.until("the one that runs it tells it", () -> isAtWork(session));
        other.close();
        Await.until("it is over", () -> outcomes(session).contains(Reason.Code.OPENCODE_ENDED));
    }

    /** A process of OpenCode's that a person works in, as soon as it is seen. */
    private LabTerminal openTerminal() throws IOException {
        LabTerminal terminal = watched.openTerminalWith("");
        ServerSearch serverSearch = new ServerSearch(Around.processes(terminal::runs));
        Await.until(
                "the terminal is there",
                Duration.ofSeconds(90),
                () -> !serverSearch.runOnce(news -> {}).portless().isEmpty());
        return terminal;
    }

    private boolean isAtWork(String session) {
        return FxThread.ask(() -> rig.engine.store().tasks().stream()
                .anyMatch(task ->
                        task.key().session().equals(session) && task.activity().active()));
    }

    private boolean interrupted(String session) {
        return outcomes(session).contains(Reason.Code.LEFT_UNFINISHED);
    }

    /** Why it ended, by whichever server tells it. */
    private List<Reason.Code> outcomes(String session) {
        return FxThread.ask(() -> rig.engine.store().tasks().stream()
                .filter(task -> task.key().session().equals(session))
                .flatMap(task -> task.outcome().stream())
                .map(outcome -> outcome.why().code())
                .toList());
    }

    /** A session that ran in another process until that was killed. */
    private String leftByTheOther() {
        String session = promptedOnTheOther();
        rig.awaitStatus(session, TaskStatus.RUNNING);
        // An answer into which nothing was written yet would not show that anybody was at work on it.
        Await.until(
                "something is written",
                () -> !rig.messages(session).path(1).path("parts").isEmpty());
        other.close();
        // By the clock of the servers, which took their time to start.
        clock.move(Duration.between(clock.instant(), Instant.now()));
        return session;
    }

    private String promptedOnTheOther() {
        String in = "?directory=" + RealOpenCode.encoded(other.project());
        ObjectNode body = JSON.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", "steps=1 gate=never");
        String session = other.post("/session" + in, JSON.createObjectNode().put("title", "Left"))
                .path("id")
                .asText();
        other.post("/session/" + session + "/prompt_async" + in, body);
        return session;
    }

    /** Returns when a look has ended. */
    private void scan(LongPredicate concerned) {
        FxThread.ask(() -> {
            rig.engine.discovery().start(Around.processes(concerned));
            return true;
        });
        Await.until(
                "a look has ended",
                () -> FxThread.ask(() -> rig.engine.discovery().hasSearched()));
    }
}
