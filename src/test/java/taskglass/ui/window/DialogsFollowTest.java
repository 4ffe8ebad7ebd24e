package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** What a dialog says of a task is true for as long as it is open, whatever becomes of the task meanwhile. */
class DialogsFollowTest extends WindowOverDemo {
    private List<TaskKey> running;

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
        running = FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> task.status() == TaskStatus.RUNNING)
                .filter(task -> engine.store().children(task.key()).isEmpty())
                .map(AgentTask::key)
                .limit(2)
                .toList());
    }

    @Test
    void continuingATaskThatIsCancelledMeanwhileIsNoLongerSaidToWait() {
        interact(() -> window.goTo(running.getFirst()));
        press(KeyCode.C, false, false);
        Stage dialog = awaitWindow(".continue");
        assertThat(state(dialog)).startsWith("The task is running");
        cancel(running.getFirst());
        FxThread.until("it says so", () -> state(dialog).startsWith("Continues in the same session"));
    }

    @Test
    void theQuestionWhetherToCancelTasksLeavesOutThoseThatHaveEnded() {
        ask();
        cancel(running.getFirst());
        FxThread.until(
                "it asks about one",
                () -> find(".asking").map(DialogsFollowTest::said).orElse("").contains("Cancel this task?"));
    }

    @Test
    void theQuestionWhetherToCancelTasksClosesWhenNoneIsLeft() {
        ask();
        running.forEach(this::cancel);
        FxThread.until("it is closed", () -> find(".asking").isEmpty());
    }

    @Test
    void whyATaskHasItsStatusIsWrittenAgainWhenItChanges() {
        interact(() -> window.goTo(running.getFirst()));
        press(KeyCode.W, false, false);
        Window popup = FxThread.ask(() -> find(".why").orElseThrow());
        cancel(running.getFirst());
        FxThread.until(
                "it tells of the cancel",
                () -> ((Label) popup.getScene().lookup(".why-status")).getText().equals("Cancelled"));
    }

    /** Asks about both, and does not wait for the answer. */
    private void ask() {
        FxThread.ask(() -> {
            TreeTableView<?> table = (TreeTableView<?>) stage.getScene().lookup("#tasks");
            table.getSelectionModel().clearSelection();
            window.goTo(running.getFirst());
            int first = table.getSelectionModel().getSelectedIndex();
            window.goTo(running.getLast());
            table.getSelectionModel().select(first);
            return true;
        });
        Platform.runLater(() -> fire(KeyCode.DELETE, false, false));
        assertThat(said(awaitWindow(".asking"))).contains("Cancel these 2 tasks?");
    }

    private void cancel(TaskKey task) {
        interact(() -> engine.cancel(List.of(task)));
        FxThread.until(
                "it is cancelled", () -> engine.store().find(task).orElseThrow().status() == TaskStatus.CANCELLED);
    }

    private static String state(Stage dialog) {
        return ((Label) dialog.getScene().lookup("#state")).getText();
    }

    private static String said(Window dialog) {
        return dialog.getScene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList()
                .toString();
    }

    private void press(KeyCode key, boolean control, boolean shift) {
        interact(() -> fire(key, control, shift));
    }

    private void fire(KeyCode key, boolean control, boolean shift) {
        Event.fireEvent(
                stage.getScene().lookup("#tasks"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false));
    }
}
