package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.PromptKind;

/** A note that no agent answers, and then a command or a summary that a person wants (trap 31): neither is a run. */
class NoteAndCommandTest {
    private final Story story = new Story();

    @BeforeEach
    void completedAndNoted() {
        story.created("a");
        story.prompted("a");
        story.completed("a");
        note();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHELL", "SUMMARY"})
    void theOutcomeBeforeThemStays(PromptKind kind) {
        Optional<Instant> ended = story.task("a").ended();
        works(kind);
        assertThat(story.status("a")).isEqualTo(TaskStatus.COMPLETED);
        assertThat(story.task("a").ended()).isEqualTo(ended);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHELL", "SUMMARY"})
    void anErrorReportedForThePromptBeforeThemStays(PromptKind kind) {
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        story.failed("a", "no such model");
        works(kind);
        assertThat(story.status("a")).isEqualTo(TaskStatus.FAILED);
    }

    private void note() {
        prompt(PromptKind.PROMPT);
    }

    private String prompt(PromptKind kind) {
        story.clock.move(Duration.ofSeconds(1));
        Prompt prompt = new Prompt(story.nextId(), story.clock.instant(), kind);
        story.applyEvent("a", new Fact.Prompted(prompt, Assignment.UNKNOWN));
        return prompt.id();
    }

    /** As a server tells it: at work, then the message for which it works, then the answer, then rest. */
    private void works(PromptKind kind) {
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        String prompt = prompt(kind);
        Ending closed = new Ending(Optional.of(story.clock.instant()), Optional.empty(), Optional.empty());
        story.applyEvent(
                "a",
                new Fact.Answered(new AssistantMessage(
                        story.nextId(), prompt, story.clock.instant(), Assignment.UNKNOWN, closed)));
        story.idle("a");
    }
}
