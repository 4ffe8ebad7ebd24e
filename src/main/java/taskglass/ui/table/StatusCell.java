package taskglass.ui.table;

import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.AgentTask;
import taskglass.ui.frame.StatusLook;
import taskglass.ui.frame.StatusLook.Tone;

/** Shows the status of a task: an icon and a word. */
final class StatusCell extends TaskCell {
    private final FontIcon icon = new FontIcon();

    StatusCell() {
        getStyleClass().add("status-cell");
    }

    @Override
    void show(AgentTask task, Sum sum) {
        StatusLook look = StatusLook.of(task);
        icon.setIconCode(look.icon());
        look.tone().dye(this);
        setText(look.word());
        setGraphic(icon);
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
        Tone.PLAIN.dye(this);
    }
}
