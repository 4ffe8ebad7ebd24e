package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;

/** Where the toasts of the window are, and when it has none. */
class ToastsInWindowTest extends WindowOverDemo {
    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(700);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void aToastStandsOverTheTableBelowItsHeadersAndCoversNeitherDetailsNorTotals() {
        select(running().getFirst());
        end(running().getLast());
        Bounds toast = place(".toast");
        assertThat(toast.getMinY())
                .isGreaterThan(place(".column-header-background").getMaxY());
        assertThat(place("#detail").getMinX() - toast.getMaxX()).isBetween(0.0, 40.0);
        assertThat(toast.getMaxY()).isLessThan(place(".status-bar").getMinY());
    }

    @Test
    void aToastShowsALongTitleInTwoLines() {
        select(running().getFirst());
        TaskKey longTitle = FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> TaskNames.of(task).startsWith("Review the pull request"))
                .map(AgentTask::key)
                .findFirst()
                .orElseThrow());
        end(longTitle);
        FxThread.until("its toast is there", () -> !toasts().isEmpty());
        Label name = FxThread.ask(() -> {
            stage.getScene().snapshot(null);
            return (Label) stage.getScene().lookup(".toast-name");
        });
        assertThat(name.isTextTruncated()).isFalse();
        assertThat(name.getText()).hasSizeGreaterThan(60);
    }

    @Test
    void aTaskWhoseDetailsAreInViewHasNone() {
        select(running().getLast());
        end(running().getLast());
        end(running().getFirst());
        FxThread.until("the other one is told of", () -> !toasts().isEmpty());
        assertThat(FxThread.ask(this::toasts)).hasSize(1);
    }

    @Test
    void aToastGoesOnceItsTaskIsSelected() {
        TaskKey task = running().getLast();
        select(running().getFirst());
        end(task);
        select(task);
        FxThread.until("it is gone", () -> toasts().isEmpty());
    }

    private void select(TaskKey task) {
        interact(() -> window.goTo(task));
        FxThread.until("its details are there", () -> stage.getScene().lookup("#detail-tabs") != null);
    }

    /** The root tasks that run and have no child. */
    private List<TaskKey> running() {
        return FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task ->
                        task.status() == TaskStatus.RUNNING && task.parentKey().isEmpty())
                .filter(task -> engine.store().children(task.key()).isEmpty())
                .map(AgentTask::key)
                .toList());
    }

    /** Somebody else cancels it, in a terminal. */
    private void end(TaskKey task) {
        abortElsewhere(task);
        FxThread.until(
                "it has ended",
                () -> engine.store()
                        .find(task)
                        .filter(there -> there.status().settled())
                        .isPresent());
    }

    private List<Node> toasts() {
        return List.copyOf(stage.getScene().getRoot().lookupAll(".toast"));
    }

    private Bounds place(String selector) {
        FxThread.until(selector + " is there", () -> stage.getScene().lookup(selector) != null);
        return FxThread.ask(() -> {
            Node node = stage.getScene().lookup(selector);
            stage.getScene().getRoot().layout();
            return node.localToScene(node.getLayoutBounds());
        });
    }
}
