package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.AssistantMessage.Ending;
import taskglass.task.Listing.Partless;
import taskglass.task.Listing.Reading;
import taskglass.task.Listing.Sessions;

/** Runs of whose end no message tells. */
class NoMessageTellsTest {
    private final Story story = new Story();
    private final Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
    private final AssistantMessage open = story.answer("tool-calls");

    @BeforeEach
    void listed() {
        story.lands(story.asks(), new Sessions(List.of(story.session("a")), true), Map.of());
    }

    @Test
    void anEmptyAnswerIsNoProofOfAnotherProcess() {
        readsEmpty(false);
        watchFor(Elsewhere.SHORT_STILLNESS);
        readsEmpty(false);
        assertThat(story.task("a").outcome().orElseThrow().why().english())
                .isEqualTo("ended; the server keeps no reason");
    }

    @Test
    void whereTheDirectoryIsGoneItIsInterruptedAtOnce() {
        readsEmpty(true);
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.DIRECTORY_GONE)));
    }

    @Test
    void whereTheDirectoryIsGoneThatSaysMoreThanTheErrorThatWasHeard() {
        reads(unfinished());
        story.hear("a", new Fact.Erred(new TaskError("UnknownError", "NotFound: FileSystem.realPath")));
        story.idle("a");
        readsEmpty(true);
        assertThat(story.task("a").outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.DIRECTORY_GONE);
    }

    @Test
    void aPromptThatNobodyAnsweredHasEndedWithoutAReason() {
        story.lands(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        watchFor(Elsewhere.SHORT_STILLNESS);
        story.lands(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.NO_REASON_KEPT)));
    }

    @Test
    void aPromptThatHasJustComeIsNotOver() {
        story.lands(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        assertThat(story.status("a")).isEqualTo(TaskStatus.IDLE);
    }

    @Test
    void aSessionThatNobodyPromptedIsIdle() {
        story.lands(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        watchFor(Elsewhere.SHORT_STILLNESS);
        story.lands(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        assertThat(story.status("a")).isEqualTo(TaskStatus.IDLE);
    }

    private Reading asked() {
        return story.reading("a", new Fact.Prompted(prompt, Assignment.UNKNOWN));
    }

    /** Nothing was written into the answer. */
    private void readsEmpty(boolean directoryGone) {
        Reading reading =
                story.reading("a", new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(unfinished()));
        story.lands(
                story.asks(),
                new Sessions(List.of(), false),
                Map.of(),
                reading.with(Optional.of(new Partless(open.id(), true, directoryGone))));
    }

    private AssistantMessage unfinished() {
        return new AssistantMessage(open.id(), prompt.id(), Instant.EPOCH, Assignment.UNKNOWN, Ending.OPEN);
    }

    /** Time passes, and a little more, in which the server is asked again and again. */
    private void watchFor(Duration time) {
        for (Duration watched = Duration.ZERO; watched.compareTo(time) <= 0; watched = watched.plusSeconds(20)) {
            story.clock.move(Duration.ofSeconds(20));
            story.asks();
        }
    }

    private void reads(AssistantMessage answer) {
        reads(prompt, answer);
    }

    private void reads(Prompt asked, AssistantMessage answer) {
        story.lands(
                story.asks(),
                new Sessions(List.of(), false),
                Map.of(),
                story.reading("a", new Fact.Prompted(asked, Assignment.UNKNOWN), new Fact.Answered(answer)));
    }
}
