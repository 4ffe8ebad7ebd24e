package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskError;
import taskglass.task.TaskStatus;
import taskglass.task.run.Fact;
import taskglass.task.run.UnfinishedAnswer;
import taskglass.task.status.Listing.Partless;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;

/** Runs of whose end no message tells. */
class NoMessageTellsTest extends UnfinishedAnswer {
    @Test
    void anEmptyAnswerIsNoProofOfAnotherProcess() {
        readsEmpty(false);
        watchFor(OtherWorkers.SHORT_STILLNESS);
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
    void whereTheDirectoryIsGoneThatSaysMoreThanTheErrorThatWasReceived() {
        reads(unfinished());
        story.applyEvent("a", new Fact.Erred(new TaskError("UnknownError", "NotFound: FileSystem.realPath")));
        story.idle("a");
        readsEmpty(true);
        assertThat(story.task("a").outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.DIRECTORY_GONE);
    }

    @Test
    void aPromptThatNobodyAnsweredHasEndedWithoutAReason() {
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        watchFor(OtherWorkers.SHORT_STILLNESS);
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.NO_REASON_KEPT)));
    }

    @Test
    void aPromptThatHasJustComeIsNotOver() {
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), asked());
        assertThat(story.status("a")).isEqualTo(TaskStatus.IDLE);
    }

    @Test
    void aSessionThatNobodyPromptedIsIdle() {
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        assertThat(story.status("a")).isEqualTo(TaskStatus.IDLE);
    }

    private Reading asked() {
        return story.reading("a", new Fact.Prompted(prompt, Assignment.UNKNOWN));
    }

    /** Nothing was written into the answer. */
    private void readsEmpty(boolean directoryGone) {
        Reading reading =
                story.reading("a", new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(unfinished()));
        story.applyListing(
                story.asks(),
                new Sessions(List.of(), false),
                Map.of(),
                reading.with(Optional.of(new Partless(open.id(), true, directoryGone))));
    }
}
