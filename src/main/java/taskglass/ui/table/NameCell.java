package taskglass.ui.table;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.words.TaskNames;

/**
 * Shows the name of a task or group on one line. If it does not fit, hovering shows all of it. A task started by a
 * plugin also shows the plugin's background id after its name.
 */
final class NameCell extends TaskCell {

    private final Label pill = new Label();

    NameCell() {
        getStyleClass().add("name-cell");
        pill.getStyleClass().add("pill");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.RIGHT);
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        setText(TaskNames.of(task));
        pill.setText(task.backgroundId());
        setGraphic(task.backgroundId().isEmpty() ? null : pill);
    }

    @Override
    void head(Grouping.Group group, Sum sum) {
        setText(group.name());
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
    }
}
