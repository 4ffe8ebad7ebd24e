package taskglass.task.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.Assignment;
import taskglass.task.Reason;
import taskglass.task.Story;
import taskglass.task.TaskStatus;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.SessionInfo.ReportedEnd;
import taskglass.task.run.SessionInfo.ReportedEnd.Said;
import taskglass.task.run.SessionInfo.Times;
import taskglass.task.status.Listing.Sessions;

/** What a server says of the end of a session is used where its messages say nothing, and only while it is about them. */
class SaidOfSessionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Story story = new Story();
    private final Instant created = story.clock.instant();

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, COMPLETED", "FAILED, FAILED", "INTERRUPTED, CANCELLED"})
    void whereNoMessageTellsTheEndItsServersWordIsTakenAtOnce(Said said, TaskStatus status) {
        Fact[] run = run();
        lands(Optional.of(new ReportedEnd(story.clock.instant(), said)), run);
        assertThat(story.status("a")).isEqualTo(status);
    }

    @Test
    void aWordThatIsOlderThanTheLatestPromptIsOfTheRunBefore() {
        Instant before = story.clock.instant();
        Fact[] run = run();
        lands(Optional.of(new ReportedEnd(before, Said.SUCCEEDED)), run);
        assertThat(story.task("a").outcome()).isEmpty();
    }

    @Test
    void aWordThatIsOlderThanTheLatestAnswerIsOfTheRunBefore() {
        Fact[] run = run();
        lands(Optional.of(new ReportedEnd(story.clock.instant().minus(SECOND), Said.SUCCEEDED)), run);
        assertThat(story.task("a").outcome()).isEmpty();
    }

    @Test
    void whatTheMessagesTellCountsBeforeIt() {
        story.clock.move(SECOND);
        Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
        Fact[] run = {new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(story.answer("length"))};
        lands(Optional.of(new ReportedEnd(story.clock.instant(), Said.SUCCEEDED)), run);
        assertThat(story.task("a").outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.OUTPUT_LIMIT);
    }

    /** A prompt, and a second later an answer that nobody has closed. */
    private Fact[] run() {
        story.clock.move(SECOND);
        Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
        story.clock.move(SECOND);
        AssistantMessage open = new AssistantMessage(
                story.nextId(), prompt.id(), story.clock.instant(), Assignment.UNKNOWN, Ending.OPEN);
        return new Fact[] {new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(open)};
    }

    private void lands(Optional<ReportedEnd> rest, Fact... run) {
        Times times = new Times(created, created.plus(SECOND), rest);
        SessionInfo session =
                new SessionInfo(Story.key("a"), "A", Optional.empty(), Story.PLACE, Assignment.UNKNOWN, times);
        story.applyListing(story.asks(), new Sessions(List.of(session), true), Map.of(), story.reading("a", run));
    }
}
