package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.Trouble;
import taskglass.task.request.Attention;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;

/** What the next poll asks. */
class PollPlannerTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private static final Attention REQUEST = new Attention("per_1", Attention.Kind.PERMISSION, "bash", "make");

    private final Story story = new Story();

    @Test
    void theNextQuestionFollowsWhatChangedAndNotHowMuchThereIs() {
        List<SessionInfo> thousand =
                IntStream.range(0, 1000).mapToObj(i -> story.session("s" + i)).toList();
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.applyListing(story.asks(), new Sessions(thousand, true), Map.of());
        for (SessionInfo session : thousand) {
            story.applyListing(
                    story.asks(),
                    NOTHING_NEW,
                    Map.of(),
                    story.reading(session.key().session()));
        }
        ListingRequest listingRequest = story.asks();
        assertThat(listingRequest.reads()).isEmpty();
        assertThat(listingRequest.directories()).isEmpty();
        assertThat(listingRequest.since()).contains(story.clock.instant());
    }

    @Test
    void everyConnectAsksForAllSessionsAgain() {
        story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
        ListingRequest before = story.asks();
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.applyListing(before, NOTHING_NEW, Map.of());
        assertThat(story.asks().since()).isEmpty();
    }

    @Test
    void aRunThatCameAndWentBetweenTwoListingsIsReadWhole() {
        story.clock.move(Duration.ofSeconds(1));
        story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
        Fact prompt = new Fact.Prompted(new Prompt(story.nextId(), story.clock.instant()), Assignment.UNKNOWN);
        Fact answer = new Fact.Answered(story.answer("stop"));
        Reading end = new Reading(Story.key("a"), List.of(prompt, answer), true, false, story.clock.instant());
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), end);
        assertThat(story.asks().reads())
                .extracting(ListingRequest.Read::wholeRun)
                .containsExactly(true);
    }

    @Test
    void whileEventsStreamInWhoWaitsForAPersonIsAskedByEveryFifthQuestion() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.created("a");
        story.prompted("a");
        List<Boolean> asked = IntStream.range(0, 10)
                .mapToObj(i -> story.asks().waiting().contains(Story.PLACE))
                .toList();
        assertThat(asked).containsExactly(true, false, false, false, false, true, false, false, false, false);
    }

    @Test
    void whereSomebodyWaitsForAPersonEveryQuestionAsksWhetherThatIsStillSo() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.created("a");
        story.prompted("a");
        story.applyEvent("a", new Fact.Asked(REQUEST));
        story.asks();
        assertThat(story.asks().waiting()).containsExactly(Story.PLACE);
    }

    @Test
    void afterAServerDidNotAnswerAllItsSessionsAreAskedForAgain() {
        story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
        story.apply(new Change.ListingFailed(Story.SERVER, new Trouble.NoAnswer("connection refused")));
        assertThat(story.asks().since()).isEmpty();
    }
}
