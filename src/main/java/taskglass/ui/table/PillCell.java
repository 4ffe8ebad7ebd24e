package taskglass.ui.table;

import java.util.function.Function;
import javafx.scene.control.Label;
import taskglass.task.AgentTask;
import taskglass.words.VisibleText;

/** Shows a name in a pill. */
final class PillCell extends TaskCell {
    private final Function<AgentTask, String> name;
    private final Label pill = new Label();

    PillCell(Function<AgentTask, String> name) {
        this.name = name;
        pill.getStyleClass().add("pill");
    }

    @Override
    void show(AgentTask task, Sum sum) {
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
