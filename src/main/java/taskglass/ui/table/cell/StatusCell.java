package taskglass.ui.table.cell;

import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.status.AgentTask;
import taskglass.ui.frame.StatusStyle;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.table.tree.TaskSum;

/** Shows the status of a task: an icon and a word. */
public final class StatusCell extends TaskCell {
    private final FontIcon icon = new FontIcon();

    public StatusCell() {
        getStyleClass().add("status-cell");
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        StatusStyle look = StatusStyle.of(task);
        icon.setIconCode(look.icon());
        look.tone().applyTo(this);
        setText(look.word());
        setGraphic(icon);
    }

    @Override
    double placeholder() {
        return 72;
    }

    @Override
    void blank() {
        setText(null);
        setAccessibleText(null);
        setGraphic(null);
        Tone.PLAIN.applyTo(this);
    }
}
