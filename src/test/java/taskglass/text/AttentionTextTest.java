package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.Trouble;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.text.AttentionText.Sentence;

class AttentionTextTest {
    @Test
    void aSentenceIsCutAtItsSubjectWhichNeedsNoQuotesThen() {
        assertThat(sentence("bash", "git push")).isEqualTo(new Sentence("wants to run", "git push", ""));
        assertThat(sentence("doom_loop", "read"))
                .isEqualTo(new Sentence("repeats the same", "read", "call again and again"));
    }

    @Test
    void aSubjectOfSeveralLinesIsShownInOne() {
        assertThat(sentence("bash", "cd a\n  make").subject()).isEqualTo("cd a⏎   make");
    }

    @Test
    void aPermissionThatNamesNothingHasNoSubject() {
        assertThat(sentence("todo", "").subject()).isEmpty();
    }

    @Test
    void aFailedAnswerSaysWhatKeptIt() {
        AnswerState failed = new AnswerState.Failed(new Trouble.NoAnswer("connection refused"));
        assertThat(AttentionText.standing(failed))
                .isEqualTo("Not answered: the server does not answer (connection refused)."
                        + " What you typed is kept; try again.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "42, 0:42", "725, 12:05", "3723, 1:02:03", "-5, 0:00"})
    void waitingIsShownAsOnAClock(long seconds, String text) {
        Instant since = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(WaitingTime.text(since, since.plus(Duration.ofSeconds(seconds))))
                .isEqualTo(text);
    }

    private static Sentence sentence(String topic, String detail) {
        return AttentionText.sentence(new Attention("per_1", Kind.PERMISSION, topic, detail));
    }
}
