package taskglass.task.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.TaskStatus;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.store.Change;

/** A session of which a late event told before any listing did, such as that of a run which has just ended. */
class UnlistedSessionTest {
    private final Story story = new Story();
    private final Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
    private final Ending stopped =
            new Ending(Optional.of(story.clock.instant()), Optional.of("stop"), Optional.empty());

    @BeforeEach
    void tell() {
        Prompt bare = new Prompt(prompt.id(), prompt.at(), PromptKind.UNKNOWN);
        story.applyEvent("a", new Fact.Prompted(bare, Assignment.UNKNOWN));
        assertThat(story.task("a").session().updated()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void isStillToBeRead() {
        assertThat(story.store.isRead(story.task("a"))).isFalse();
    }

    @Test
    void isReadOnceItsMessagesAreThoughNoListingHasLanded() {
        read(
                new Fact.Prompted(prompt, Assignment.UNKNOWN),
                new Fact.Answered(new AssistantMessage(
                        story.nextId(), prompt.id(), story.clock.instant(), Assignment.UNKNOWN, stopped)));
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
        assertThat(story.store.isRead(story.task("a"))).isTrue();
    }

    @Test
    void isReadOnceItIsKnownToHaveNoMessages() {
        read();
        assertThat(story.store.isRead(story.task("a"))).isTrue();
    }

    @Test
    void isReadAsFarAsItsServerTellsOfIt() {
        long asked = story.store.wholeRun(story.task("a")).asked();
        story.apply(new Change.Read(story.reading("a").refused(), asked));
        assertThat(story.store.isRead(story.task("a"))).isTrue();
    }

    private void read(Fact... facts) {
        long asked = story.store.wholeRun(story.task("a")).asked();
        story.apply(new Change.Read(story.reading("a", facts), asked));
    }
}
