package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.AssistantMessage.Ending;
import taskglass.task.Listing.Reading;
import taskglass.task.Listing.Sessions;

/** Which messages make up the latest run, when some of them were missed. */
class MissedMessagesTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private final Story story = new Story();
    private Map<String, Activity> status = Map.of("a", Activity.busy());

    @Test
    void aPromptThatIsToldAgainMidwayDoesNotMakeTheCountExact() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.hear("a", prompt("msg_1"));
        story.hear("a", new Fact.Answered(answer("msg_3", "msg_1", Ending.OPEN)));
        assertThat(tools().exact()).isFalse();
    }

    @Test
    void aReadingOfALaterRunDoesNotAddItsCallsToAnEarlierOne() {
        story.created("a");
        story.clock.move(Duration.ofSeconds(1));
        land(true, prompt("msg_1"), new Fact.Answered(answer("msg_2", "msg_1", Ending.OPEN)), call("msg_2"));
        story.clock.move(Duration.ofSeconds(1));
        story.apply(new Change.StreamLost(Story.SERVER));
        land(true, prompt("msg_3"), new Fact.Answered(answer("msg_4", "msg_3", closed("stop"))));
        assertThat(tools().count()).isZero();
    }

    @Test
    void aPromptThatJoinedARunDoesNotCutItWhenTheWholeIsRead() {
        story.created("a");
        story.clock.move(Duration.ofSeconds(1));
        Fact first = prompt("msg_1");
        story.clock.move(Duration.ofSeconds(1));
        Fact joined = prompt("msg_3");
        Fact last = new Fact.Answered(answer("msg_4", "msg_3", Ending.OPEN));
        land(false, joined, last);
        story.clock.move(Duration.ofSeconds(1));
        Fact step = new Fact.Answered(answer("msg_2", "msg_1", closed("tool-calls")));
        status = Map.of();
        land(true, first, step, call("msg_2"), joined, last);
        assertThat(tools().count()).isEqualTo(1);
    }

    @Test
    void aPromptThatIsAnsweredAfterAMessageThatWasNeverClosedBeganARun() {
        story.created("a");
        story.prompted("a");
        story.clock.move(Duration.ofSeconds(1));
        story.apply(new Change.StreamLost(Story.SERVER));
        Fact left = new Fact.Answered(answer("msg_1", "msg_000000", Ending.OPEN));
        land(true, left, call("msg_1"), prompt("msg_2"), new Fact.Answered(answer("msg_3", "msg_2", closed("stop"))));
        assertThat(tools().count()).isZero();
    }

    private ToolTally tools() {
        return story.task("a").run().orElseThrow().tools();
    }

    private Fact prompt(String id) {
        return new Fact.Prompted(new Prompt(id, story.clock.instant()), Assignment.UNKNOWN);
    }

    private static Fact call(String message) {
        return new Fact.Called(new ToolCall("part-" + message, message, "bash", ToolCall.State.COMPLETED));
    }

    private AssistantMessage answer(String id, String prompt, Ending ending) {
        return new AssistantMessage(id, prompt, story.clock.instant(), Assignment.UNKNOWN, ending);
    }

    private Ending closed(String finish) {
        Instant now = story.clock.instant();
        return new Ending(Optional.of(now), Optional.of(finish), Optional.empty());
    }

    private void land(boolean complete, Fact... facts) {
        Reading reading = new Reading(Story.key("a"), List.of(facts), true, complete, story.clock.instant());
        story.lands(story.asks(), NOTHING_NEW, status, reading);
    }
}
