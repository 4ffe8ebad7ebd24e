package taskglass.task.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.ToolCall;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** Without an event stream, silence is measured by the times in what was read. */
class LifeSignsTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Story story = new Story();
    /** The session as listed: its server changes its time only with a prompt. */
    private final SessionInfo session = story.session("a");

    private final Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
    private final AssistantMessage answer =
            new AssistantMessage(story.nextId(), prompt.id(), story.clock.instant(), Assignment.UNKNOWN, Ending.OPEN);

    @BeforeEach
    void begin() {
        applyListing(new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(answer));
    }

    @Test
    void aCallThatHasBegunSinceIsASignOfLife() {
        story.clock.move(LIMIT.multipliedBy(2));
        ToolCall call = new ToolCall(
                "prt_1",
                answer.id(),
                "bash",
                ToolCall.State.RUNNING,
                Optional.of(story.clock.instant()),
                ToolCall.Result.UNTOLD);
        applyListing(new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(answer), new Fact.Called(call));
        assertThat(silence()).isEmpty();
        story.clock.move(LIMIT);
        assertThat(silence()).contains(LIMIT);
    }

    @Test
    void aListingAloneIsNone() {
        story.clock.move(LIMIT);
        applyListing(new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(answer));
        assertThat(silence()).contains(LIMIT);
    }

    private Optional<Duration> silence() {
        return story.task("a").quiet(story.clock.instant(), LIMIT);
    }

    private void applyListing(Fact... facts) {
        story.applyListing(
                story.asks(),
                new Sessions(List.of(session), true),
                Map.of("a", Activity.busy()),
                story.reading("a", facts));
    }
}
