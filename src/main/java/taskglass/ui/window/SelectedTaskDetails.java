package taskglass.ui.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.settings.Settings;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.ui.actions.Actions;
import taskglass.ui.actions.IconAction;
import taskglass.ui.detail.DetailPane;
import taskglass.ui.detail.DetailSplit;

/** The details pane of the selected task, beside the table, with buttons for the task's actions. */
final class SelectedTaskDetails {
    private static final List<String> OFFERED = List.of("retry", "cancel");

    private final DetailPane pane;
    private final DetailSplit place;
    private List<AgentTask> selected = List.of();
    private Consumer<TaskKey> seen = key -> {};

    SelectedTaskDetails(DetailPane pane, SplitPane split, Settings settings, Actions actions) {
        this.pane = pane;
        place = new DetailSplit(split, pane, settings);
        OFFERED.forEach(action -> offer(actions.button(action)));
        pane.openers()
                .getChildren()
                .addAll(
                        new IconAction(actions, "open.editor", BootstrapIcons.CODE_SLASH),
                        new IconAction(actions, "open.terminal", BootstrapIcons.TERMINAL));
    }

    void show(List<AgentTask> now) {
        selected = now;
        pane.show(now);
        now.stream().map(AgentTask::key).filter(this::shows).forEach(seen);
    }

    /** Hides the pane until the first task exists. */
    void anything(boolean now) {
        place.anything(now);
    }

    void toggle() {
        place.toggle();
    }

    /** {@code listener} receives each task whose details come into view. */
    void onSeen(Consumer<TaskKey> listener) {
        seen = listener;
    }

    /** Whether the pane is open and shows this task and no other. */
    boolean shows(TaskKey task) {
        return place.shownProperty().get()
                && selected.size() == 1
                && selected.getFirst().key().equals(task);
    }

    /** Shows a button only while its action is available. */
    private void offer(Button button) {
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        pane.actions().getChildren().add(button);
    }
}
