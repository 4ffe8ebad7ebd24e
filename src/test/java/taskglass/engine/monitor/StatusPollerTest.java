package taskglass.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Timing;
import taskglass.engine.inbox.VirtualTime;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.Endpoint;
import taskglass.task.Activity;
import taskglass.task.Story;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;

/** How often a server is listed. */
class StatusPollerTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private final Story story = new Story();
    private final OpenCodeClient client =
            new OpenCodeClient(new Endpoint(Story.SERVER, Optional.empty()), new OkHttpClient());
    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final StatusPoller poller = new StatusPoller(
            new Poll(client, story.clock),
            story.store,
            new MonitorUpdates(new Inbox(time, batch -> {}), new InternalErrors(time)),
            Timing.USUAL,
            time,
            () -> 0);

    @Test
    void everyTwoSecondsWhileSomethingRuns() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.created("a");
        story.prompted("a");
        story.applyListing(story.asks(), NOTHING_NEW, Map.of("a", Activity.busy()));
        story.asks();
        assertThat(poller.period()).isEqualTo(Timing.USUAL.busy());
    }

    @Test
    void everyTwoSecondsWhileTheStreamIsDown() {
        assertThat(poller.period()).isEqualTo(Timing.USUAL.busy());
    }

    @Test
    void seldomWhenAllIsSettledAndEventsStreamIn() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.created("a");
        story.prompted("a");
        story.completed("a");
        // What the events told of a run is looked over once, when it has ended.
        story.applyListing(story.asks(), NOTHING_NEW, Map.of(), story.reading("a"));
        assertThat(poller.period()).isEqualTo(Timing.USUAL.settled());
    }

    @Test
    void atOnceWhenSomethingIsToBeReadThatWasNotAskedForYet() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.created("a");
        story.prompted("a");
        story.idle("a");
        assertThat(poller.period()).isEqualTo(Timing.USUAL.urgent());
    }

    @Test
    void trap11AStreamIsGivenUpAfterTwoMissedHeartbeats() {
        assertThat(Timing.USUAL.silence()).isBetween(Duration.ofSeconds(21), Duration.ofSeconds(30));
    }
}
