package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.command.PendingRemovals;
import taskglass.engine.command.TaskCommands;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.TaskStatus;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;

/** Orders that a server refuses or never gets, and what a person is told of them. */
@NeedsOpenCode
class ActingFaultsTest {
    private static final Answer REFUSAL =
            new Answer(500, "application/json", "{\"name\":\"UnknownError\",\"data\":{\"message\":\"no room\"}}");

    private final MovableClock clock = new MovableClock(Instant.now());
    private FaultRig faults;
    private Rig rig;

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig(Api.V1, RealOpenCode.shared(), clock, FaultRig.QUICK);
        rig = faults.rig;
    }

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    void aFollowUpForAnAgentThatIsNotThereIsRefusedWithThoseThatAre() {
        String session = settled("no such agent");
        Assignment nobody = new Assignment(Optional.of("nobody"), Optional.empty());
        assertThatThrownBy(() -> order(commands -> commands.prompt(rig.key(session), nobody, "words=1")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("build");
        assertThat(rig.messages(session)).hasSize(2);
    }

    @Test
    void aRetryOfWhatWasNeverPromptedSaysSo() {
        String session = rig.create("never prompted");
        Await.until("it is known", () -> find(session).isPresent());
        assertThatThrownBy(() -> order(commands -> commands.retry(rig.key(session))))
                .hasMessageContaining("NoPrompt");
    }

    @Test
    void aRefusedNameIsReportedInTheServersWords() {
        String session = settled("keeps its name");
        faults.proxy.answer(path -> path.endsWith(session), REFUSAL);
        assertThatThrownBy(() -> order(commands -> commands.rename(rig.key(session), "another")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("no room");
        assertThat(rig.task(session).name()).isEqualTo("keeps its name");
    }

    @Test
    void aTaskWhoseDeletionIsRefusedStays() {
        String session = settled("may not go");
        faults.proxy.answer(path -> path.endsWith(session), REFUSAL);
        CompletionStage<Boolean> gone = begin(commands -> commands.remove(rig.key(session), RemovalState.DELETE));
        clock.move(PendingRemovals.PATIENCE);
        assertThatThrownBy(() -> rig.outcome(() -> gone)).hasMessageContaining("no room");
        Await.until("its row is as before", () -> rig.task(session).removal() == RemovalState.NONE);
    }

    @Test
    void aDeletionThatIsTakenBackNeverReachesTheServer() {
        String session = settled("stays after all");
        CompletionStage<Boolean> gone = begin(commands -> commands.remove(rig.key(session), RemovalState.DELETE));
        Await.until("its row says so", () -> rig.task(session).removal() == RemovalState.DELETE);
        FxThread.ask(() -> {
            rig.engine.taskCommands().undoRemoval(rig.key(session));
            return true;
        });
        clock.move(PendingRemovals.PATIENCE);
        faults.awaitPolls(2);
        assertThat(rig.outcome(() -> gone)).isFalse();
        assertThat(rig.task(session).removal()).isEqualTo(RemovalState.NONE);
        assertThat(rig.messages(session)).hasSize(2);
    }

    @Test
    void whatIsToBeDeletedWhenTheWindowClosesIsNotDeleted() {
        String session = settled("outlives the window");
        begin(commands -> commands.remove(rig.key(session), RemovalState.DELETE));
        rig.close();
        clock.move(PendingRemovals.PATIENCE);
        FxThread.ask(() -> {
            rig.engine.taskCommands().update();
            return true;
        });
        assertThat(rig.messages(session)).hasSize(2);
    }

    @Test
    void whatIsAtWorkIsNotDeletedNorIsAnythingAboveIt() {
        String parent = rig.create("above");
        String child = rig.create("at work", parent);
        rig.prompt(child, "gate=not-deleted");
        rig.awaitStatus(child, TaskStatus.RUNNING);
        assertThatThrownBy(() -> order(commands -> commands.remove(rig.key(parent), RemovalState.DELETE)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("AtWork[task=at work, how=DELETE]");
        faults.open("not-deleted");
    }

    private String settled(String title) {
        String session = rig.create(title);
        rig.prompt(session, "words=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        return session;
    }

    private <T> T order(Function<TaskCommands, CompletionStage<T>> order) {
        return rig.outcome(() -> order.apply(rig.engine.taskCommands()));
    }

    private <T> CompletionStage<T> begin(Function<TaskCommands, CompletionStage<T>> order) {
        return FxThread.ask(() -> order.apply(rig.engine.taskCommands()));
    }

    private Optional<AgentTask> find(String session) {
        return FxThread.ask(() -> rig.engine.store().find(rig.key(session)));
    }
}
