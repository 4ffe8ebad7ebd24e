package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;

/** One walk through the window by keys alone, from the filter to the undo of a removal. */
class KeyboardWalkTest extends WindowOverDemo {
    private static final int MOST_TABS = 80;

    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(1200);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void keysLeadThroughFilterTableDetailsSearchAnswerContinueArchiveAndUndo() {
        tabTo("#filter");
        write("pager");
        push(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("tasks");
        FxThread.until(
                "its output is there",
                () -> node("#output") instanceof ListView<?> rows
                        && !rows.getItems().isEmpty());

        tabTo("#output");
        push(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isEqualTo("output-search");
        write("page");
        push(KeyCode.ENTER);
        FxThread.until("a match is reached", () -> text("#output-matches").contains(" of "));
        push(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("output");

        long waiting = FxThread.ask(this::waiting);
        push(KeyCode.CONTROL, KeyCode.J);
        push(KeyCode.DIGIT1);
        FxThread.until("a request is answered", () -> waiting() < waiting);

        tabTo("#continue-prompt");
        write("Now the footer.");
        push(KeyCode.ENTER);
        FxThread.until(
                "the task has the prompt",
                () -> ((ListView<?>) node("#output")).getItems().toString().contains("Now the footer."));

        tabTo("#filter");
        push(KeyCode.ESCAPE);
        write("status:completed");
        push(KeyCode.ENTER);
        push(KeyCode.E);
        FxThread.until("one is archived", () -> archived().size() == 1);
        push(KeyCode.E);
        FxThread.until("two are archived", () -> archived().size() == 2);
        push(KeyCode.E);
        FxThread.until("three are archived", () -> archived().size() == 3);
        push(KeyCode.CONTROL, KeyCode.Z);
        FxThread.until("one is back", () -> archived().size() == 2);
    }

    private void tabTo(String selector) {
        for (int tabs = 0; tabs < MOST_TABS && !("#" + focused()).equals(selector); tabs++) {
            push(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(selector.substring(1));
    }

    private String focused() {
        return FxThread.ask(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    private long waiting() {
        return engine.store().tasks().stream()
                .mapToLong(task -> task.attention().size())
                .sum();
    }

    private List<TaskKey> archived() {
        return engine.store().tasks().stream()
                .filter(task -> task.removal() == RemovalState.ARCHIVE)
                .map(AgentTask::key)
                .toList();
    }

    private String text(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
