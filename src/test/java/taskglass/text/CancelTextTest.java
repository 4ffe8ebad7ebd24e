package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.ToolCall.State;
import taskglass.task.Trouble;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.Obstacle;
import taskglass.task.status.CancelState.RunningDescendant;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;

/** What a person reads of a wish to cancel. */
class CancelTextTest {
    private static final RunningDescendant EXPLORE = new RunningDescendant("explore auth", Optional.of("bash"));
    private static final RunningDescendant READ = new RunningDescendant("read", Optional.empty());

    private final Story story = new Story();

    @BeforeEach
    void cancel() {
        story.created("a");
        story.prompted("a");
        story.apply(new Change.CancelAsked(Story.key("a"), story.clock.instant()));
    }

    @Test
    void itWaitsForTheServer() {
        assertThat(words()).isEqualTo("waiting for the server to stop it");
    }

    @Test
    void aServerThatRefusesIsReportedAtOnce() {
        Obstacle holdup = new Obstacle(List.of(), Optional.of(new Trouble.Refused(500, "boom")));
        stands(new CancelState.Asked(story.clock.instant(), holdup));
        assertThat(words()).isEqualTo("the server refused (500: boom). Taskglass will try again.");
    }

    @Test
    void aTaskThatGoesOnSaysInWhichTool() {
        story.called("a", "part", State.RUNNING);
        ignored(Obstacle.NONE);
        assertThat(words()).isEqualTo("still running after 10 s: in bash. Cancel again?");
    }

    @Test
    void aSubagentThatGoesOnIsNamedWithItsTool() {
        ignored(new Obstacle(List.of(EXPLORE), Optional.empty()));
        assertThat(words()).isEqualTo("still running after 10 s: subagent “explore auth” is in bash. Cancel again?");
    }

    @Test
    void ofSeveralSubagentsTheFirstIsNamed() {
        ignored(new Obstacle(List.of(READ, EXPLORE, EXPLORE), Optional.empty()));
        assertThat(words()).isEqualTo("still running after 10 s: subagent “read”, and 2 more. Cancel again?");
    }

    @Test
    void aServerThatNeverAnsweredIsNotSaidToRunAnything() {
        Trouble refused = new Trouble.NoAnswer("connection refused");
        ignored(new Obstacle(List.of(EXPLORE), Optional.of(refused)));
        assertThat(words()).isEqualTo("not cancelled: the server does not answer (connection refused). Cancel again?");
    }

    @Test
    void aTaskThatCompletedHasNothingToSayOfItsCancel() {
        story.completed("a");
        assertThat(words()).isEmpty();
    }

    @Test
    void whatAnotherProcessWorksOnIsNotOursToStop() {
        Fact prompt = new Fact.Prompted(new Prompt(story.nextId(), story.clock.instant()), Assignment.UNKNOWN);
        Fact open = new Fact.Answered(new AssistantMessage(
                story.nextId(), "", story.clock.instant(), Assignment.UNKNOWN, AssistantMessage.Ending.OPEN));
        Sessions sessions = new Sessions(List.of(story.session("b")), false);
        story.applyListing(story.asks(), sessions, Map.of("a", Activity.busy()), story.reading("b", prompt, open));
        story.apply(
                new Change.CancelAsked(Story.key("b"), story.clock.instant()),
                new Change.CancelStands(Story.key("b"), new CancelState.Ignored(story.clock.instant(), Obstacle.NONE)));
        assertThat(CancelText.of(story.task("b")))
                .isEqualTo("not cancelled: another process works on it, and only that process can stop it.");
    }

    private void ignored(Obstacle holdup) {
        stands(new CancelState.Ignored(story.clock.instant(), holdup));
    }

    private void stands(CancelState now) {
        story.apply(new Change.CancelStands(Story.key("a"), now));
    }

    private String words() {
        return CancelText.of(story.task("a"));
    }
}
