package taskglass.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableColumn;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.ui.words.Words;

/** The columns of the table, from left to right. */
final class Columns {
    private Columns() {}

    static List<TreeTableColumn<TaskRow, AgentTask>> all(ObservableValue<Instant> clock, Consumer<TaskKey> look) {
        return List.of(
                limited(column("status", 120, StatusCell::new)),
                column("task", 340, NameCell::new),
                column("agent", 96, AgentCell::new),
                limited(column("elapsed", 88, () -> new ElapsedCell(clock))),
                column("progress", 260, () -> new ProgressCell(clock, look)),
                column("directory", 180, DirectoryCell::new));
    }

    private static TreeTableColumn<TaskRow, AgentTask> column(String id, double width, Supplier<TaskCell> cell) {
        TreeTableColumn<TaskRow, AgentTask> column = new TreeTableColumn<>(Words.of("column." + id));
        column.setId(id);
        column.getStyleClass().add(id + "-column");
        column.setCellValueFactory(row -> row.getValue().getValue().taskProperty());
        column.setCellFactory(c -> cell.get());
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** What it says is short and always fits: the room of a wide window is left to the others. */
    private static TreeTableColumn<TaskRow, AgentTask> limited(TreeTableColumn<TaskRow, AgentTask> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth() * 1.5);
        return column;
    }
}
