package taskglass.ui.table.cell;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.table.tree.TaskSum;

/**
 * Shows the name of a task or group on one line. If it does not fit, hovering shows all of it. A task started by a
 * plugin also shows the plugin's background id after its name.
 */
public final class NameCell extends TaskCell {

    private final Label pill = new Label();

    public NameCell() {
        getStyleClass().add("name-cell");
        pill.getStyleClass().add("pill");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.RIGHT);
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        setText(TaskNames.of(task));
        pill.setText(task.backgroundId());
        setGraphic(task.backgroundId().isEmpty() ? null : pill);
    }

    @Override
    void head(Grouping.Group group, TaskSum taskSum) {
        setText(group.name());
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
    }
}
