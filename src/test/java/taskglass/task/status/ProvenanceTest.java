package taskglass.task.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Story;
import taskglass.task.TaskStatus;
import taskglass.task.Trouble;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;

/** How a status is known, and since when. */
class ProvenanceTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);
    private final Story story = new Story();

    @BeforeEach
    void connected() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.applyListing(story.asks(), NOTHING_NEW, Map.of());
        story.created("a");
    }

    @Test
    void whatTheStreamReportedLastIsConfirmedByIt() {
        story.prompted("a");
        assertThat(story.provenance("a")).isEqualTo(new Provenance(Provenance.Source.STREAM, story.clock.instant()));
    }

    @Test
    void aLaterListingConfirmsIt() {
        story.prompted("a");
        story.clock.move(Duration.ofSeconds(2));
        story.applyListing(story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()));
        assertThat(story.provenance("a")).isEqualTo(new Provenance(Provenance.Source.LISTING, story.clock.instant()));
    }

    @Test
    void aServerThatDoesNotAnswerLeavesItStaleAsOfTheLastThatWasReceived() {
        story.prompted("a");
        var last = story.clock.instant();
        story.apply(new Change.StreamLost(Story.SERVER));
        story.clock.move(Duration.ofMinutes(1));
        story.apply(new Change.ListingFailed(Story.SERVER, new Trouble.NoAnswer("connection refused")));
        assertThat(story.provenance("a")).isEqualTo(new Provenance(Provenance.Source.STALE, last));
    }

    @Test
    void whileTheStreamTellsAFailedListingMakesNothingStale() {
        story.apply(new Change.ListingFailed(Story.SERVER, new Trouble.Refused(500, "oops")));
        story.prompted("a");
        assertThat(story.provenance("a").source()).isEqualTo(Provenance.Source.STREAM);
    }

    @Test
    void anEndThatNoMessageTellsIsInferred() {
        story.prompted("a");
        story.idle("a");
        story.applyListing(story.asks(), NOTHING_NEW, Map.of(), story.reading("a"));
        story.applyListing(story.asks(), NOTHING_NEW, Map.of(), story.reading("a"));
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
        assertThat(story.provenance("a").source()).isEqualTo(Provenance.Source.INFERRED);
    }
}
