package taskglass.task.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.run.AssistantMessage.Ending;

/** Where a run begins whose agent was woken by a message that nobody asked for work with. */
class RunRuleTest {
    private final Story story = new Story();
    private String newest = "";

    /** A run that has ended, and long after it a prompt. */
    private void promptAfterARun() {
        completedRun();
        story.clock.move(Duration.ofMinutes(1));
        message(PromptKind.PROMPT);
    }

    @Test
    void aPromptBesideWhichAPluginPutsSomethingInBeginsTheRun() {
        promptAfterARun();
        Instant prompted = story.clock.instant();
        story.clock.move(Duration.ofMillis(20));
        wake(PromptKind.SYNTHETIC);
        assertThat(started()).isEqualTo(prompted);
    }

    @Test
    void aPromptThatIsAnsweredByNameBeginsTheRunWhateverCameInBetween() {
        promptAfterARun();
        Instant prompted = story.clock.instant();
        String prompt = newest;
        story.clock.move(Duration.ofMinutes(1));
        message(PromptKind.SYNTHETIC);
        answer(prompt);
        assertThat(started()).isEqualTo(prompted);
    }

    /** Nobody works on a note; what wakes the agent later has nothing to do with it. */
    @ParameterizedTest
    @EnumSource(names = {"SYNTHETIC", "REMINDER", "REPORT"})
    void aNoteBeforeWhatWakesTheAgentBeginsNoRun(PromptKind kind) {
        Instant begun = completedRun();
        story.clock.move(Duration.ofMinutes(1));
        message(PromptKind.PROMPT);
        story.clock.move(Duration.ofMinutes(1));
        message(kind);
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        answer(newest);
        assertThat(started()).isEqualTo(begun);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNTHETIC", "REMINDER", "REPORT"})
    void whatOnlyWakesTheAgentGoesOnWithTheRunBefore(PromptKind kind) {
        Instant begun = completedRun();
        story.clock.move(Duration.ofHours(1));
        wake(kind);
        assertThat(started()).isEqualTo(begun);
    }

    /** Returns when it began. */
    private Instant completedRun() {
        story.created("a");
        story.prompted("a");
        Instant begun = story.clock.instant();
        story.completed("a");
        return begun;
    }

    private void wake(PromptKind kind) {
        message(kind);
        answer(newest);
    }

    private void message(PromptKind kind) {
        newest = story.nextId();
        tell(new Fact.Prompted(new Prompt(newest, story.clock.instant(), kind), Assignment.UNKNOWN));
    }

    private void answer(String prompt) {
        Instant now = story.clock.instant();
        Ending end = new Ending(Optional.of(now), Optional.of("stop"), Optional.empty());
        tell(new Fact.Answered(new AssistantMessage(story.nextId(), prompt, now, Assignment.UNKNOWN, end)));
        story.idle("a");
    }

    private void tell(Fact fact) {
        story.applyEvent("a", fact);
    }

    private Instant started() {
        return story.task("a").run().orElseThrow().started();
    }
}
