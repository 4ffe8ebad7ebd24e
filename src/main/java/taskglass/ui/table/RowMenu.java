package taskglass.ui.table;

import java.util.List;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.ContextMenuEvent;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.TaskRow;

/** The context menu of a row. It applies to the whole selection if the row is selected, otherwise to that row alone. */
final class RowMenu {
    private final TreeTableRow<TaskRow> row;
    private final TaskTable table;
    private final RowActions actions;

    private RowMenu(TreeTableRow<TaskRow> row, TaskTable table, RowActions actions) {
        this.row = row;
        this.table = table;
        this.actions = actions;
    }

    static void giveTo(TreeTableRow<TaskRow> row, TaskTable table, RowActions actions) {
        RowMenu menu = new RowMenu(row, table, actions);
        row.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> menu.prepare());
    }

    /** Builds the menu when it is first requested. An empty row has none. */
    private void prepare() {
        if (row.isEmpty() || row.getItem().task().isEmpty()) {
            row.setContextMenu(null);
        } else if (row.getContextMenu() == null) {
            row.setContextMenu(actions.menu().apply(this::meant));
        }
    }

    private List<AgentTask> meant() {
        if (row.isSelected()) {
            return table.selection();
        }
        return row.isEmpty() ? List.of() : row.getItem().task().stream().toList();
    }
}
