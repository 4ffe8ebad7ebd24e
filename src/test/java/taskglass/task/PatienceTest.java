package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.task.request.Launch;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest;

/** What may be concluded from time alone, and from which time. */
class PatienceTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);
    private static final Duration NIGHT = Duration.ofHours(8);

    private final Story story = new Story();

    @Test
    void aLaunchThatShowsNoSignForTenSecondsHasFailed() {
        launch();
        watchFor(Launch.PATIENCE);
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aListingThatWasOnItsWayDuringTheNightFailsNoLaunch() {
        launch();
        ListingRequest evening = story.asks();
        story.clock.move(NIGHT);
        applyListing(evening);
        assertThat(story.status("a")).isEqualTo(TaskStatus.STARTING);
    }

    @Test
    void theFirstListingInTheMorningFailsNoLaunch() {
        launch();
        applyListing(story.asks());
        story.clock.move(NIGHT);
        applyListing(story.asks());
        assertThat(story.status("a")).isEqualTo(TaskStatus.STARTING);
    }

    @Test
    void patienceBeginsAnewInTheMorning() {
        launch();
        applyListing(story.asks());
        story.clock.move(NIGHT);
        watchFor(Launch.PATIENCE);
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aLaunchWhoseMessagesCouldNotBeReadHasNotFailed() {
        launch();
        story.clock.move(Launch.PATIENCE.plusSeconds(1));
        story.applyListing(story.asks(), NOTHING_NEW, Map.of());
        assertThat(story.status("a")).isEqualTo(TaskStatus.STARTING);
    }

    private void launch() {
        applyListing(story.asks());
        story.launched("a", "", ParentWish.NONE);
    }

    private void watchFor(Duration time) {
        for (Duration watched = Duration.ZERO; watched.compareTo(time) <= 0; watched = watched.plusSeconds(2)) {
            applyListing(story.asks());
            story.clock.move(Duration.ofSeconds(2));
        }
        applyListing(story.asks());
    }

    private void applyListing(ListingRequest listingRequest) {
        story.applyListing(listingRequest, NOTHING_NEW, Map.of(), story.reading("a"));
    }
}
