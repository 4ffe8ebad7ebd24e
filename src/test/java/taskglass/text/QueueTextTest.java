package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.PromptQueue;

/** How prompts that wait in line read. */
class QueueTextTest {
    @Test
    void theirNumberAndTheirTextsAreReported() {
        assertThat(QueueText.inFull(waiting("and the printer", "and the docs")))
                .isEqualTo("2 prompts queued:\nand the printer\nand the docs");
    }

    @Test
    void nothingOfATextIsHidden() {
        assertThat(QueueText.inFull(waiting("innocent\u202Egnihtemos\u001B[2J\nsecond line")))
                .doesNotContain("\u202E", "\u001B")
                .hasLineCount(2);
    }

    @Test
    void aTextOfManyPagesIsReportedByItsEnds() {
        assertThat(QueueText.inFull(waiting("begin " + "x".repeat(50_000) + " end")))
                .contains("begin", "end")
                .hasSizeLessThan(500);
    }

    private static PromptQueue waiting(String... texts) {
        return new PromptQueue(
                Stream.of(texts)
                        .map(text -> new QueuedPrompt("msg_" + text.hashCode(), text))
                        .toList(),
                List.of());
    }
}
