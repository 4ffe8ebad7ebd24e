package taskglass.task.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.TaskError;
import taskglass.task.TaskStatus;
import taskglass.task.ToolCall;
import taskglass.task.request.Attention;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;
import taskglass.task.store.OtherWorkers;

/** A server that refuses to say who is at work in a directory has not said that all rest there (trap 33, its neighbour). */
class RefusedStatusListTest {
    private static final Attention REQUEST = new Attention("per_1", Attention.Kind.PERMISSION, "bash", "rm -rf /");

    private final Story story = new Story();
    private final SessionInfo session = story.session("a");
    private final Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
    private final AssistantMessage open =
            new AssistantMessage(story.nextId(), prompt.id(), Instant.EPOCH, Assignment.UNKNOWN, Ending.OPEN);

    @BeforeEach
    void listedWithARunThatHasNotEnded() {
        lands(Map.of(), DirectoryList.STATUS);
        lands(Map.of(), DirectoryList.STATUS);
    }

    @Test
    void aRunWithoutAnEndIsNotSaidToGoOnInAnotherProcess() {
        assertThat(story.task("a").elsewhere()).isFalse();
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
        assertThat(story.provenance("a").source()).isEqualTo(Provenance.Source.UNCONFIRMED);
    }

    @Test
    void whyItCountsAsRunningIsSaid() {
        assertThat(story.store.why(story.task("a")))
                .contains(new StatusReason.Fact(StatusReason.Statement.NOT_TOLD, "", session.updated()))
                .noneMatch(StatusReason.MayWait.class::isInstance);
    }

    @Test
    void howeverLongItLiesStillNothingIsConcluded() {
        Duration more = OtherWorkers.STILLNESS.plusMinutes(2);
        for (Duration still = Duration.ZERO; still.compareTo(more) < 0; still = still.plusSeconds(20)) {
            story.clock.move(Duration.ofSeconds(20));
            lands(Map.of(), DirectoryList.STATUS);
        }
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void nobodyWaitsForItToBeRead() {
        assertThat(story.store.isRead(story.task("a"))).isTrue();
    }

    @Test
    void whatAsksAPersonIsShown() {
        lands(Map.of("a", List.of(REQUEST)), DirectoryList.STATUS);
        assertThat(story.status("a")).isEqualTo(TaskStatus.NEEDS_YOU);
        lands(Map.of(), DirectoryList.STATUS);
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void onceTheListIsReportedItCounts() {
        lands(Map.of("a", List.of(REQUEST)), DirectoryList.STATUS);
        lands(Map.of());
        assertThat(story.task("a").elsewhere()).isTrue();
        assertThat(story.task("a").attention()).isEmpty();
    }

    @Test
    void thatItRestsWasReportedByTheStream() {
        story.applyEvent("a", new Fact.Answered(open));
        story.applyEvent("a", new Fact.Erred(new TaskError("APIError", "no credit")));
        story.idle("a");
        lands(Map.of(), DirectoryList.STATUS);
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    private void lands(Map<String, List<Attention>> asks, DirectoryList... refused) {
        DirectoryActivity doings = new DirectoryActivity(Story.PLACE, Map.of(), Optional.of(asks), Set.of(refused));
        var reading = story.reading(
                "a",
                new Fact.Prompted(prompt, Assignment.UNKNOWN),
                new Fact.Answered(open),
                new Fact.Called(new ToolCall("prt_1", open.id(), "bash", ToolCall.State.RUNNING)));
        story.apply(new Change.Listed(new Listing(
                story.asks(),
                story.clock.instant(),
                new Sessions(List.of(session), true),
                List.of(doings),
                List.of(reading))));
    }
}
