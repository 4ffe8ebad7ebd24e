package taskglass.ui.table;

import javafx.scene.control.Label;
import taskglass.task.AgentTask;

/** The agent at work, as a pill. */
final class AgentCell extends TaskCell {
    private final Label pill = new Label();

    AgentCell() {
        pill.getStyleClass().add("pill");
    }

    @Override
    void show(AgentTask task) {
        pill.setText(task.session().assignment().agent().orElse(""));
        setGraphic(pill.getText().isEmpty() ? null : pill);
    }

    @Override
    void blank() {
        setGraphic(null);
    }
}
