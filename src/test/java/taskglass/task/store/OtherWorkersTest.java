package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.UnfinishedAnswer;
import taskglass.task.status.Listing.Sessions;

/** Sessions that the server lists and does not run: another process on the same database may work on them. */
class OtherWorkersTest extends UnfinishedAnswer {
    private static final Duration QUIET = Duration.ofMinutes(5);

    @Test
    void anUnfinishedMessageWhileTheServerIsIdleRunsElsewhere() {
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
        assertThat(story.task("a").elsewhere()).isTrue();
    }

    @Test
    void itGoesOnHoweverOftenItIsReadWhileItMoves() {
        for (int i = 0; i < 20; i++) {
            story.clock.move(Duration.ofMinutes(1));
            story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), false), Map.of());
            reads(unfinished());
        }
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void itIsInterruptedOnceItHasBeenStillForTenMinutes() {
        reads(unfinished());
        watchFor(OtherWorkers.STILLNESS);
        reads(unfinished());
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.LEFT_UNFINISHED)));
    }

    @Test
    void itRunsAgainWhenItMovesAfterAll() {
        reads(unfinished());
        watchFor(OtherWorkers.STILLNESS);
        reads(unfinished());
        story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), false), Map.of());
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void whatSleptWithTheLaptopGoesOnInTheMorning() {
        reads(unfinished());
        story.clock.move(Duration.ofHours(8));
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void betweenTwoStepsItIsNotStoppedShort() {
        reads(open);
        reads(open);
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void afterAStepWithNoOtherForHalfAMinuteItIsStoppedShort() {
        reads(open);
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(open);
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
    }

    @Test
    void whatTheServerItselfRanIsNeverElsewhere() {
        story.prompted("a");
        story.idle("a");
        assertThat(story.task("a").elsewhere()).isFalse();
    }

    @Test
    void aLaterPromptOfAnotherProcessRunsElsewhere() {
        story.prompted("a");
        story.completed("a");
        story.clock.move(Duration.ofSeconds(5));
        Prompt later = new Prompt(story.nextId(), story.clock.instant());
        AssistantMessage answer = new AssistantMessage(
                story.nextId(), later.id(), story.clock.instant(), Assignment.UNKNOWN, Ending.OPEN);
        reads(later, answer);
        assertThat(story.task("a").elsewhere()).isTrue();
    }

    @Test
    void whenTheServerSaysThatItIsBusyItIsNotElsewhere() {
        reads(unfinished());
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of("a", Activity.busy()));
        assertThat(story.task("a").elsewhere()).isFalse();
    }

    @Test
    void timeWithoutASignOfLifeIsReportedFromTheLimitOn() {
        story.prompted("a");
        story.clock.move(QUIET);
        assertThat(story.task("a").quiet(story.clock.instant(), QUIET)).contains(QUIET);
    }

    @Test
    void textThatIsBeingWrittenIsASignOfLife() {
        story.prompted("a");
        story.clock.move(QUIET.minusSeconds(1));
        story.applyEvent("a", new Fact.Alive());
        story.clock.move(Duration.ofSeconds(2));
        assertThat(story.task("a").quiet(story.clock.instant(), QUIET)).isEmpty();
    }
}
