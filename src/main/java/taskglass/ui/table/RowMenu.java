package taskglass.ui.table;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.ContextMenuEvent;
import taskglass.task.AgentTask;
import taskglass.ui.words.Words;

/** The context menu of one row: about the whole selection if the row belongs to it, else about the row alone. */
final class RowMenu {
    private final TreeTableRow<TaskRow> row;
    private final TaskTable table;
    private final TaskActions actions;

    private RowMenu(TreeTableRow<TaskRow> row, TaskTable table, TaskActions actions) {
        this.row = row;
        this.table = table;
        this.actions = actions;
    }

    static void giveTo(TreeTableRow<TaskRow> row, TaskTable table, TaskActions actions) {
        RowMenu menu = new RowMenu(row, table, actions);
        row.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> menu.prepare());
    }

    /** Builds the menu when it is first asked for; an empty row has none. */
    private void prepare() {
        if (row.isEmpty()) {
            row.setContextMenu(null);
        } else if (row.getContextMenu() == null) {
            row.setContextMenu(build());
        }
    }

    private ContextMenu build() {
        MenuItem cancel = item("menu.cancel", () -> actions.cancel().accept(meant()));
        ContextMenu menu = new ContextMenu(
                cancel,
                item("menu.child", () -> actions.launchChild().accept(task())),
                new SeparatorMenuItem(),
                item(
                        "menu.copy.session",
                        () -> actions.copy().accept(task().key().session())),
                item(
                        "menu.copy.directory",
                        () -> actions.copy().accept(task().session().directory())));
        menu.setOnShowing(e -> cancel.setDisable(
                meant().stream().noneMatch(task -> task.status().active())));
        return menu;
    }

    private List<AgentTask> meant() {
        return row.isSelected() ? table.selection() : List.of(task());
    }

    private AgentTask task() {
        return row.getItem().task();
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Words.of(key));
        item.setOnAction(e -> action.run());
        return item;
    }
}
