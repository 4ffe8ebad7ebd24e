package taskglass.task.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.TaskStatus;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** What a row says of time. */
class AgentTaskTest {
    private final Story story = new Story();

    @Test
    void aRunningTaskHasTakenTheTimeSinceItsPrompt() {
        story.created("a");
        story.prompted("a");
        story.clock.move(Duration.ofSeconds(90));
        assertThat(story.task("a").elapsed(story.clock.instant())).contains(Duration.ofSeconds(90));
    }

    @Test
    void aSettledTaskHasTakenTheTimeToTheEndOfItsLastMessage() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.clock.move(Duration.ofHours(1));
        assertThat(story.task("a").elapsed(story.clock.instant())).contains(Duration.ofSeconds(1));
    }

    @Test
    void aRunThatAStoppedServerLeftBehindHasTakenTheTimeToItsLastSignOfLife() {
        Instant began = story.clock.instant();
        Prompt prompt = new Prompt(story.nextId(), began);
        AssistantMessage open =
                new AssistantMessage(story.nextId(), prompt.id(), began, Assignment.UNKNOWN, Ending.OPEN);
        story.clock.move(Duration.ofSeconds(40));
        SessionInfo left = story.session("a");
        story.clock.move(Duration.ofHours(1));
        Fact[] facts = {new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(open)};
        story.applyListing(story.asks(), new Sessions(List.of(left), true), Map.of(), story.reading("a", facts));
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
        assertThat(story.task("a").elapsed(story.clock.instant())).contains(Duration.ofSeconds(40));
    }

    @Test
    void aRunOfWhichNobodySaysWhenItBeganHasTakenNoTimeSinceTheEpoch() {
        story.created("a");
        Prompt prompt = new Prompt(story.nextId(), Instant.EPOCH);
        story.applyEvent("a", new Fact.Prompted(prompt, Assignment.UNKNOWN));
        story.completed("a");
        assertThat(story.task("a").elapsed(story.clock.instant())).isEmpty();
    }
}
