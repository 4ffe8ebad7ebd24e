package taskglass.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeTableView.TreeTableViewSelectionModel;
import taskglass.ui.table.tree.TaskRow;

/** The selected rows of the table, which stay selected while rows move and while a filter hides them. */
final class RowSelection {
    private final TreeTableView<TaskRow> view;
    /** The selection at the time when the filter hid all of it. */
    private List<TreeItem<TaskRow>> hidden = List.of();

    RowSelection(TreeTableView<TaskRow> view) {
        this.view = view;
    }

    List<TreeItem<TaskRow>> items() {
        List<TreeItem<TaskRow>> items = new ArrayList<>(view.getSelectionModel().getSelectedItems());
        items.removeIf(Objects::isNull);
        return items;
    }

    /** Selects the same rows after a change: rows that moved lost the selection on the way or passed it to a neighbor. */
    void keep(Runnable change) {
        List<TreeItem<TaskRow>> selected = items();
        change.run();
        restore(selected);
    }

    /** The same for a filter. Rows that it hid are selected again when another shows them, unless others are by then. */
    void keepHidden(Runnable change) {
        List<TreeItem<TaskRow>> wanted = items().isEmpty() ? hidden : items();
        change.run();
        restore(wanted);
        hidden = items().isEmpty() ? wanted : List.of();
    }

    private void restore(List<TreeItem<TaskRow>> selected) {
        if (selected.equals(items())) {
            return;
        }
        TreeTableViewSelectionModel<TaskRow> model = view.getSelectionModel();
        int[] rows = selected.stream()
                .filter(item -> item.getParent() != null)
                .mapToInt(view::getRow)
                .filter(row -> row >= 0)
                .toArray();
        model.clearSelection();
        if (rows.length > 0) {
            model.selectIndices(rows[0], rows);
        }
    }
}
