package taskglass.ui.table;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.words.TaskNames;

/**
 * What a task or a group is called, in one line; the whole of it on hovering where it does not fit. Behind it stands what
 * the plugin calls the task that had it started.
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
