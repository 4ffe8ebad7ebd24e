package taskglass.task.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.status.Listing.Sessions;

/** A session whose newest answer is open while its server is idle, and the ways to read it again, for tests to build on. */
public abstract class UnfinishedAnswer {
    public final Story story = new Story();
    public final Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
    public final AssistantMessage open = story.answer("tool-calls");

    @BeforeEach
    void listed() {
        story.applyListing(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
    }

    public AssistantMessage unfinished() {
        return new AssistantMessage(open.id(), prompt.id(), Instant.EPOCH, Assignment.UNKNOWN, Ending.OPEN);
    }

    /** Time passes, and a little more, in which the server is asked again and again. */
    public void watchFor(Duration time) {
        for (Duration watched = Duration.ZERO; watched.compareTo(time) <= 0; watched = watched.plusSeconds(20)) {
            story.clock.move(Duration.ofSeconds(20));
            story.asks();
        }
    }

    public void reads(AssistantMessage answer) {
        reads(prompt, answer);
    }

    public void reads(Prompt asked, AssistantMessage answer) {
        story.applyListing(
                story.asks(),
                new Sessions(List.of(), false),
                Map.of(),
                story.reading("a", new Fact.Prompted(asked, Assignment.UNKNOWN), new Fact.Answered(answer)));
    }
}
