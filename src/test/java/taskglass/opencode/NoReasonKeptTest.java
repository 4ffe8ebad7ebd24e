package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.TaskStatus;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.text.ReasonText;
import taskglass.text.StatusReasonText;

/** Runs whose failure an event told, and no message: whoever did not hear it says that, and nothing else. */
class NoReasonKeptTest {
    private static final String SENTENCE = "ended; the server keeps no reason";

    @Test
    void trap5AnAbortDuringARetryLeavesNoReasonToWhoeverComesLater() {
        Replay replay = afterwards("1.18.33/provider-500-abort");
        assertThat(ReasonText.of(replay.task())).isEqualTo(SENTENCE);
    }

    @Test
    void theExplanationSaysTheSame() {
        Replay replay = afterwards("1.18.33/provider-500-abort");
        List<String> sentences = StatusReasonText.all(replay.store.why(replay.task()), replay.now());
        assertThat(sentences.getFirst()).contains(SENTENCE);
    }

    @Test
    void aPromptWithoutAnAnswerIsExplainedByTheSameSentence() {
        Replay replay = new Replay("1.18.33/provider-500-abort");
        Prompt prompt = replay.recording.reading().facts().stream()
                .filter(Fact.Prompted.class::isInstance)
                .map(fact -> ((Fact.Prompted) fact).prompt())
                .findFirst()
                .orElseThrow();
        replay.move(Duration.ofMinutes(2)).list(List.of(new Fact.Prompted(prompt, Assignment.UNKNOWN)));
        List<String> sentences = StatusReasonText.all(replay.store.why(replay.task()), replay.now());
        assertThat(ReasonText.of(replay.task())).isEqualTo(SENTENCE);
        assertThat(sentences.getFirst()).contains(SENTENCE);
    }

    @Test
    void trap6AnUnknownAgentLeavesASessionThatNobodyPrompted() {
        assertThat(afterwards("1.18.33/unknown-agent").task().status()).isEqualTo(TaskStatus.IDLE);
    }

    @Test
    void whoeverReceivedTheErrorReportsIt() {
        Replay replay = new Replay("1.18.33/unknown-agent").play().list();
        assertThat(replay.task().status()).isEqualTo(TaskStatus.FAILED);
        assertThat(ReasonText.of(replay.task())).isNotEqualTo(SENTENCE).isNotEmpty();
    }

    /** The window was opened long after. */
    private static Replay afterwards(String recording) {
        return new Replay(recording).move(Duration.ofHours(1)).list().list();
    }
}
