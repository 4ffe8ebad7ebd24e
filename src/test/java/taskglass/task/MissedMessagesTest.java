package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.PromptKind;
import taskglass.task.run.ToolTally;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;

/** Which messages make up the latest run, when some of them were missed. */
class MissedMessagesTest {
    private static final Sessions NOTHING_NEW = new Sessions(List.of(), false);

    private final Story story = new Story();
    private Map<String, Activity> status = Map.of("a", Activity.busy());

    @Test
    void aPromptThatIsReportedAgainMidwayDoesNotMakeTheCountExact() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.applyEvent("a", prompt("msg_1"));
        story.applyEvent("a", new Fact.Answered(answer("msg_3", "msg_1", Ending.OPEN)));
        assertThat(tools().exact()).isFalse();
    }

    @Test
    void aReadingOfALaterRunDoesNotAddItsCallsToAnEarlierOne() {
        story.created("a");
        story.clock.move(Duration.ofSeconds(1));
        applyListing(true, prompt("msg_1"), new Fact.Answered(answer("msg_2", "msg_1", Ending.OPEN)), call("msg_2"));
        story.clock.move(Duration.ofSeconds(1));
        story.apply(new Change.StreamLost(Story.SERVER));
        applyListing(true, prompt("msg_3"), new Fact.Answered(answer("msg_4", "msg_3", closed("stop"))));
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
        applyListing(false, joined, last);
        story.clock.move(Duration.ofSeconds(1));
        Fact step = new Fact.Answered(answer("msg_2", "msg_1", closed("tool-calls")));
        status = Map.of();
        applyListing(true, first, step, call("msg_2"), joined, last);
        assertThat(tools().count()).isEqualTo(1);
    }

    @Test
    void aPromptThatIsAnsweredAfterAMessageThatWasNeverClosedBeganARun() {
        story.created("a");
        story.prompted("a");
        story.clock.move(Duration.ofSeconds(1));
        story.apply(new Change.StreamLost(Story.SERVER));
        Fact left = new Fact.Answered(answer("msg_1", "msg_000000", Ending.OPEN));
        applyListing(
                true,
                left,
                call("msg_1"),
                prompt("msg_2"),
                new Fact.Answered(answer("msg_3", "msg_2", closed("stop"))));
        assertThat(tools().count()).isZero();
    }

    @Test
    void aMessageOfWhichOnlyAPartWasReportedIsReadThoughLaterOnesAreKnown() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        String known = story.task("a").history().coveredTo();
        story.applyEvent("a", new Fact.Text(story.nextId(), "Do it"));
        worksFor(PromptKind.SHELL);
        assertThat(readsAfter()).isEqualTo(known);
    }

    @Test
    void aPromptThatWasWorkedOnUpToARestIsReadThoughACommandFollows() {
        story.created("a");
        story.prompted("a");
        story.idle("a");
        worksFor(PromptKind.SHELL);
        assertThat(readsAfter()).isEmpty();
    }

    @Test
    void anErrorAfterAPartOfALaterMessageIsNotOfTheRunBefore() {
        story.created("a");
        story.prompted("a");
        story.applyEvent("a", new Fact.Answered(story.answer("tool-calls")));
        story.idle("a");
        story.applyEvent("a", new Fact.Text(story.nextId(), "Do it"));
        story.failed("a", "no credit");
        assertThat(story.task("a").outcome()).isEmpty();
    }

    @Test
    void anAnswerMissedAfterASummaryIsReadThoughTheNextPromptIsAnsweredAtOnce() {
        story.created("a");
        story.prompted("a");
        worksFor(PromptKind.COMPACTION);
        String summary = story.task("a").history().coveredTo();
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        story.applyEvent("a", new Fact.Prompted(asked(PromptKind.SYNTHETIC), Assignment.UNKNOWN));
        story.idle("a");
        worksFor(PromptKind.PROMPT);
        assertThat(readsAfter()).isEqualTo(summary);
    }

    /** At work, then the message for which it works, then the answer, then rest. */
    private void worksFor(PromptKind kind) {
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        Prompt prompt = asked(kind);
        story.applyEvent("a", new Fact.Prompted(prompt, Assignment.UNKNOWN));
        String finish = kind == PromptKind.COMPACTION ? AssistantMessage.SUMMARY : "stop";
        story.applyEvent("a", new Fact.Answered(answer(story.nextId(), prompt.id(), closed(finish))));
        story.idle("a");
    }

    private Prompt asked(PromptKind kind) {
        return new Prompt(story.nextId(), story.clock.instant(), kind);
    }

    /** Id of the message after which the next question reads on. */
    private String readsAfter() {
        return story.asks().reads().getFirst().knownTo();
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

    private void applyListing(boolean complete, Fact... facts) {
        Reading reading = new Reading(Story.key("a"), List.of(facts), true, complete, story.clock.instant());
        story.applyListing(story.asks(), NOTHING_NEW, status, reading);
    }
}
