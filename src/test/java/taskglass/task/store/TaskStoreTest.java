package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.TaskError;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.ToolCall;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.Obstacle;
import taskglass.task.status.CancelState.RunningDescendant;

/** The rules of change: what an event and time do to a task. */
class TaskStoreTest {
    private final Story story = new Story();

    @Test
    void aPromptThatAServerWorksOnIsARunningTask() {
        story.created("a");
        story.prompted("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aToolCallReportedFiveTimesCountsOnce() {
        story.created("a");
        story.prompted("a");
        for (var state : List.of(
                ToolCall.State.PENDING, ToolCall.State.RUNNING, ToolCall.State.RUNNING, ToolCall.State.COMPLETED)) {
            story.called("a", "part-1", state);
        }
        assertThat(story.calls("a")).isEqualTo(1);
    }

    @Test
    void aLateStateOfAToolCallDoesNotReopenIt() {
        story.created("a");
        story.prompted("a");
        story.called("a", "part-1", ToolCall.State.COMPLETED);
        story.called("a", "part-1", ToolCall.State.RUNNING);
        assertThat(story.task("a").run().orElseThrow().tools().running()).isZero();
    }

    @Test
    void idleAloneSettlesNothing() {
        story.created("a");
        story.prompted("a");
        story.idle("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void idleAfterAFinalMessageIsCompleted() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void idleAfterAnErrorIsFailedWithItsSentence() {
        story.created("a");
        story.prompted("a");
        story.failed("a", "context too long\n    at somewhere");
        assertThat(story.task("a").outcome().orElseThrow().why().english()).isEqualTo("context too long");
    }

    @Test
    void anErrorThatComesAfterIdleStillMakesItFailed() {
        story.created("a");
        story.prompted("a");
        story.idle("a");
        story.applyEvent("a", new Fact.Erred(new TaskError("APIError", "no credit")));
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aSessionDeletedWhileRunningKeepsItsRecordAsCancelled() {
        story.created("a");
        story.prompted("a");
        story.called("a", "part-1", ToolCall.State.RUNNING);
        story.applyEvent("a", new Fact.Deleted());
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLED);
        assertThat(story.calls("a")).isEqualTo(1);
    }

    @Test
    void aDeletedSessionIsNotRevivedByItsLastEvents() {
        story.created("a");
        story.prompted("a");
        story.applyEvent("a", new Fact.Deleted());
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void aDeletedSessionThatRanInOurSightKeepsItsOutcome() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.applyEvent("a", new Fact.Deleted());
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void theNextPromptBeginsARunOfItsOwn() {
        story.created("a");
        story.prompted("a");
        story.called("a", "part-1", ToolCall.State.COMPLETED);
        story.completed("a");
        story.prompted("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
        assertThat(story.calls("a")).isZero();
    }

    @Test
    void aPromptWhileBusyJoinsTheRun() {
        story.created("a");
        story.prompted("a");
        var began = story.task("a").started();
        story.called("a", "part-1", ToolCall.State.COMPLETED);
        story.prompted("a");
        assertThat(story.task("a").started()).isEqualTo(began);
        assertThat(story.calls("a")).isEqualTo(1);
    }

    @Test
    void aQuietNoteStartsNoRun() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.clock.move(Duration.ofSeconds(1));
        story.applyEvent("a", new Fact.Prompted(new Prompt(story.nextId(), story.clock.instant()), Assignment.UNKNOWN));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void cancellingShowsAtOnceAndCancelledOnlyWhenTheServerShowsIt() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLING);
        story.applyEvent("a", new Fact.Erred(new TaskError("MessageAbortedError", "Aborted")));
        story.idle("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void aTaskThatCompletedWhileBeingCancelledIsCompleted() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
        story.completed("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aTaskWhoseCancelWasIgnoredIsRunning() {
        story.created("a");
        story.prompted("a");
        story.apply(
                new Change.CancelAsked(Story.key("a"), story.clock.instant()),
                new Change.CancelStands(Story.key("a"), new CancelState.Ignored(story.clock.instant(), Obstacle.NONE)));
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void howACancelStandsSaysNothingOfARunThatNobodyCancelled() {
        story.created("a");
        story.prompted("a");
        story.apply(
                new Change.CancelStands(Story.key("a"), new CancelState.Ignored(story.clock.instant(), Obstacle.NONE)));
        assertThat(story.task("a").cancel()).isEqualTo(CancelState.notAsked());
    }

    @Test
    void aTaskAtRestIsCancellingWhileADescendantThatWasToStopWorks() {
        story.created("a");
        story.prompted("a");
        Obstacle holdup = new Obstacle(List.of(new RunningDescendant("child", Optional.empty())), Optional.empty());
        story.apply(
                new Change.CancelAsked(Story.key("a"), story.clock.instant()),
                new Change.CancelStands(Story.key("a"), new CancelState.Asked(story.clock.instant(), holdup)));
        story.applyEvent("a", new Fact.Erred(new TaskError("MessageAbortedError", "Aborted")));
        story.idle("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLING);
    }

    @Test
    void aLaunchThatWasCancelledBeforeItsFirstSignIsStillToBeCancelledThen() {
        story.launched("a", "", ParentWish.NONE);
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
        story.prompted("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLING);
    }

    @Test
    void theBookRefusesEveryThreadButItsOwners() {
        story.created("a");
        assertThatThrownBy(() ->
                        CompletableFuture.runAsync(() -> story.created("b")).join())
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSessionThatComesUnderAnotherParentIsNoChildOfTheFirst() {
        story.created("first");
        story.created("second");
        story.created("child", "first");
        story.clock.move(Duration.ofSeconds(1));
        story.created("child", "second");
        assertThat(story.store.children(Story.key("first"))).isEmpty();
        assertThat(story.store.children(Story.key("second"))).hasSize(1);
    }

    @Test
    void aChangeOnWhichWeChokeTakesNoOtherAlong() {
        Story story = new Story();
        List<RuntimeException> faults = new ArrayList<>();
        TaskKey other = Story.key("b");
        Change broken = new Change.Heard(Story.key("a"), story.clock.instant(), new Fact.Session(null));
        Change good = new Change.Heard(other, story.clock.instant(), new Fact.Doing(Activity.busy()));
        story.store.apply(List.of(broken, good), faults::add);
        assertThat(faults).hasSize(1);
        assertThat(story.store.find(other)).isPresent();
    }
}
