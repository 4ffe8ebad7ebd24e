package taskglass.ui.table.cell;

import java.util.function.Function;
import javafx.scene.control.Label;
import taskglass.task.status.AgentTask;
import taskglass.text.VisibleText;
import taskglass.ui.table.tree.TaskSum;

/** Shows a name in a pill. */
public final class PillCell extends TaskCell {
    private final Function<AgentTask, String> name;
    private final Label pill = new Label();

    public PillCell(Function<AgentTask, String> name) {
        this.name = name;
        pill.getStyleClass().add("pill");
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        pill.setText(VisibleText.name(name.apply(task)));
        setGraphic(pill.getText().isEmpty() ? null : pill);
        setAccessibleText(pill.getText());
    }

    @Override
    void blank() {
        setGraphic(null);
        setAccessibleText(null);
    }
}
