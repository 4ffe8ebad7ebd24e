package taskglass.ui.toast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.TaskError;
import taskglass.task.ToolCall.State;
import taskglass.task.store.Notice;
import taskglass.ui.Sample;

class ToastTextTest {
    private final Sample sample = new Sample();

    @BeforeEach
    void prompt() {
        sample.told("a", "", 0);
        sample.prompted("a", 0);
    }

    @Test
    void aCompletedTaskTellsItsCostAndItsResult() {
        sample.called("a", "p1", State.COMPLETED);
        sample.called("a", "p2", State.COMPLETED);
        sample.completed("a", 123, "All tests pass.\nMore.");

        ToastText text = ToastText.of(new Notice(sample.task("a")));

        assertThat(text.name()).isEqualTo("Title of a");
        assertThat(text.lines()).containsExactly("completed in 2m 3s · 2 tool calls", "All tests pass.");
    }

    @Test
    void whatTurnsTextAroundIsShown() {
        sample.failed("a", 3, new TaskError("APIError", "\u202egnp.exe\u0007"));

        assertThat(ToastText.of(new Notice(sample.task("a"))).lines().getLast()).isEqualTo("⟨RLO⟩gnp.exe⟨BEL⟩");
    }

    @Test
    void aFailedTaskTellsWhy() {
        sample.failed("a", 3, new TaskError("APIError", "context too long"));

        assertThat(ToastText.of(new Notice(sample.task("a"))).lines())
                .containsExactly("failed after 3s · no tool calls", "context too long");
    }

    @Test
    void aCancelledTaskSaysSo() {
        sample.failed("a", 3, new TaskError("MessageAbortedError", "aborted"));

        assertThat(ToastText.of(new Notice(sample.task("a"))).lines())
                .containsExactly("was cancelled after 3s · no tool calls");
    }
}
