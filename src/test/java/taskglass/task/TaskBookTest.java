package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.Listing.Sessions;

/** The rules of change: what an event, a listing and time do to a task. */
class TaskBookTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private final Story story = new Story();

    @Test
    void aPromptThatAServerWorksOnIsARunningTask() {
        story.created("a");
        story.prompted("a");
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aToolCallToldFiveTimesCountsOnce() {
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
        story.hear("a", new Fact.Erred(new TaskError("APIError", "no credit")));
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void absenceFromTheStatusMapIsIdle() {
        story.created("a");
        story.prompted("a");
        story.lands(story.asks(), NOTHING_NEW, Map.of(), story.reading("a", new Fact.Answered(story.answer("stop"))));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aLateListingDoesNotUndoAnEvent() {
        story.created("a");
        story.prompted("a");
        Question asked = story.asks();
        story.completed("a");
        story.lands(asked, NOTHING_NEW, Map.of("a", Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aListingOverwritesWhatWasLearntBeforeItWasAsked() {
        story.created("a");
        story.prompted("a");
        story.lands(
                story.asks(), NOTHING_NEW, Map.of("a", new Activity.Retrying(2, "overloaded", story.clock.instant())));
        assertThat(story.status("a")).isEqualTo(TaskStatus.RETRYING);
    }

    @Test
    void aFullListingDropsSettledSessionsThatItLacks() {
        story.lands(story.asks(), new Sessions(List.of(story.session("old")), true), Map.of());
        story.lands(story.asks(), new Sessions(List.of(), true), Map.of());
        assertThat(story.book.find(Story.key("old"))).isEmpty();
    }

    @Test
    void aSessionTouchedAfterAListingWasAskedSurvivesIt() {
        Question asked = story.asks();
        story.created("new");
        story.lands(asked, new Sessions(List.of(), true), Map.of());
        assertThat(story.book.find(Story.key("new"))).isPresent();
    }

    @Test
    void aSessionDeletedWhileRunningKeepsItsRecordAsCancelled() {
        story.created("a");
        story.prompted("a");
        story.called("a", "part-1", ToolCall.State.RUNNING);
        story.hear("a", new Fact.Deleted());
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLED);
        assertThat(story.calls("a")).isEqualTo(1);
    }

    @Test
    void aDeletedSessionIsNotRevivedByItsLastEvents() {
        story.created("a");
        story.prompted("a");
        story.hear("a", new Fact.Deleted());
        story.hear("a", new Fact.Doing(Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void aDeletedSessionThatRanInOurSightKeepsItsOutcome() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.hear("a", new Fact.Deleted());
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
        story.hear("a", new Fact.Prompted(new Prompt(story.nextId(), story.clock.instant()), Assignment.UNKNOWN));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void cancellingShowsAtOnceAndCancelledOnlyWhenTheServerShowsIt() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.CANCELLING);
        story.hear("a", new Fact.Erred(new TaskError("MessageAbortedError", "Aborted")));
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
    void aCancelThatTheServerDoesNotHeedIsToldAfterTenSeconds() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
        story.clock.move(Cancel.PATIENCE.plusMillis(1));
        story.lands(story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()));
        assertThat(story.task("a").cancel()).isInstanceOf(Cancel.Ignored.class);
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void callsMissedWhileTheStreamWasDownAreReadAndCounted() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.StreamLost(Story.SERVER));
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isFalse();
        ToolCall missed = new ToolCall("part-9", story.nextId(), "grep", ToolCall.State.COMPLETED);
        story.lands(
                story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()), story.reading("a", new Fact.Called(missed)));
        assertThat(story.calls("a")).isEqualTo(1);
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isTrue();
    }

    @Test
    void aReadingAskedBeforeTheStreamBrokeDoesNotMakeTheCountExact() {
        story.created("a");
        story.prompted("a");
        Question asked = story.asks();
        story.apply(new Change.StreamLost(Story.SERVER));
        story.lands(asked, NOTHING_NEW, Map.of("a", Activity.busy()), story.reading("a"));
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isFalse();
    }

    @Test
    void theNextQuestionFollowsWhatChangedAndNotHowMuchThereIs() {
        List<SessionInfo> thousand =
                IntStream.range(0, 1000).mapToObj(i -> story.session("s" + i)).toList();
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.lands(story.asks(), new Sessions(thousand, true), Map.of());
        for (SessionInfo session : thousand) {
            story.lands(
                    story.asks(),
                    NOTHING_NEW,
                    Map.of(),
                    story.reading(session.key().session()));
        }
        Question question = story.asks();
        assertThat(question.reads()).isEmpty();
        assertThat(question.directories()).isEmpty();
        assertThat(question.since()).contains(story.clock.instant());
    }

    @Test
    void everyConnectAsksForAllSessionsAgain() {
        story.lands(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
        Question before = story.asks();
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.lands(before, NOTHING_NEW, Map.of());
        assertThat(story.asks().since()).isEmpty();
    }

    @Test
    void theBookRefusesEveryThreadButItsOwners() {
        story.created("a");
        assertThatThrownBy(() ->
                        CompletableFuture.runAsync(() -> story.created("b")).join())
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
