package taskglass.ui.table.cell;

import java.util.Optional;
import javafx.scene.Node;
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

    private static final double RIGHT = 8;

    private final Label pill = new Label();

    private final TitleEditor titles;

    /** @param titles shows its field in this cell while the title of the cell's task is edited */
    public NameCell(TitleEditor titles) {
        this.titles = titles;
        getStyleClass().add("name-cell");
        pill.getStyleClass().add("pill");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.RIGHT);
        tellWhenCut(this, this::getText);
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        Optional<Node> field = titles.fieldFor(task);
        setText(field.isPresent() ? null : TaskNames.of(task));
        pill.setText(task.backgroundId());
        setGraphic(field.orElse(task.backgroundId().isEmpty() ? null : pill));
    }

    /** A field takes the room that the title has. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof Region field && !field.equals(pill)) {
            field.resize(getWidth() - field.getLayoutX() - RIGHT, field.getHeight());
        }
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
