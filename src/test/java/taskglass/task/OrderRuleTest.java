package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.task.run.Fact;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;

/** How a listing lands in a book that has gone on since the listing was asked for. */
class OrderRuleTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private final Story story = new Story();

    @Test
    void aLateListingDoesNotUndoAnEvent() {
        story.created("a");
        story.prompted("a");
        ListingRequest asked = story.asks();
        story.completed("a");
        story.applyListing(asked, NOTHING_NEW, Map.of("a", Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aListingOverwritesWhatWasLearntBeforeItWasAsked() {
        story.created("a");
        story.prompted("a");
        story.applyListing(
                story.asks(), NOTHING_NEW, Map.of("a", new Activity.Retrying(2, "overloaded", story.clock.instant())));
        assertThat(story.status("a")).isEqualTo(TaskStatus.RETRYING);
    }

    @Test
    void absenceFromTheStatusMapIsIdle() {
        story.created("a");
        story.prompted("a");
        story.applyListing(
                story.asks(), NOTHING_NEW, Map.of(), story.reading("a", new Fact.Answered(story.answer("stop"))));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aFullListingDropsSettledSessionsThatItLacks() {
        story.applyListing(story.asks(), new Sessions(List.of(story.session("old")), true), Map.of());
        story.applyListing(story.asks(), new Sessions(List.of(), true), Map.of());
        assertThat(story.store.find(Story.key("old"))).isEmpty();
    }

    @Test
    void aSessionTouchedAfterAListingWasAskedSurvivesIt() {
        ListingRequest asked = story.asks();
        story.created("new");
        story.applyListing(asked, new Sessions(List.of(), true), Map.of());
        assertThat(story.store.find(Story.key("new"))).isPresent();
    }

    @Test
    void callsMissedWhileTheStreamWasDownAreReadAndCounted() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.StreamLost(Story.SERVER));
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isFalse();
        ToolCall missed = new ToolCall("part-9", story.nextId(), "grep", ToolCall.State.COMPLETED);
        story.applyListing(
                story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()), story.reading("a", new Fact.Called(missed)));
        assertThat(story.calls("a")).isEqualTo(1);
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isTrue();
    }

    @Test
    void aReadingAskedBeforeTheStreamBrokeDoesNotMakeTheCountExact() {
        story.created("a");
        story.prompted("a");
        ListingRequest asked = story.asks();
        story.apply(new Change.StreamLost(Story.SERVER));
        story.applyListing(asked, NOTHING_NEW, Map.of("a", Activity.busy()), story.reading("a"));
        assertThat(story.task("a").run().orElseThrow().tools().exact()).isFalse();
    }

    @Test
    void workThatIsReportedLateOfARunThatHasEndedIsNoNewRun() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void workThatAListingTellsIsANewRunThoughItsPromptWasMissed() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.applyListing(story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()));
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aRunningTaskThatItsServerDoesNotKnowAnyMoreIsInterrupted() {
        story.created("a");
        story.prompted("a");
        story.applyListing(story.asks(), new Sessions(List.of(), true), Map.of());
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
        assertThat(story.task("a").outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.SESSION_GONE);
    }

    @Test
    void aSessionThatAListingLackedComesBackWithTheNextThatHasIt() {
        Sessions all = new Sessions(List.of(story.session("old")), true);
        story.applyListing(story.asks(), all, Map.of());
        story.applyListing(story.asks(), new Sessions(List.of(), true), Map.of());
        story.applyListing(story.asks(), all, Map.of());
        assertThat(story.store.find(Story.key("old"))).isPresent();
    }
}
