package taskglass.ui.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeTableView.TreeTableViewSelectionModel;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.ui.words.Words;

/** The table of all tasks: a view on the book that keeps its selection, expansion and order while the book changes. */
public final class TaskTable {
    private static final double ROW_HEIGHT = 34;

    /** From so many differences on, as in the first listing of a server, the view is given all of them at once. */
    private static final int FLOOD = 200;

    private final TreeTableView<TaskRow> view = new TreeTableView<>();
    private final TaskTree tree;
    private Optional<TaskKey> awaited = Optional.empty();

    public TaskTable(TaskBook book, ObservableValue<Instant> clock, TaskActions actions) {
        tree = new TaskTree(book);
        view.setId("tasks");
        view.getStyleClass().add("tasks");
        view.setAccessibleText(Words.of("table.accessible"));
        view.setRoot(tree.root());
        view.setShowRoot(false);
        view.setFixedCellSize(ROW_HEIGHT);
        view.getColumns().addAll(Columns.all(clock, actions.look()));
        view.setTreeColumn(column("task"));
        view.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setRowFactory(v -> row(actions));
    }

    public TreeTableView<?> view() {
        return view;
    }

    /** Follows the book. */
    public void apply(BookDiff diff) {
        List<TreeItem<TaskRow>> selected = List.copyOf(selectedItems());
        boolean moved = diff.entries().size() < FLOOD ? tree.apply(diff) : applyApart(diff);
        if (moved && !selected.equals(selectedItems())) {
            restore(selected);
        }
        awaited.flatMap(tree::find).ifPresent(this::reveal);
    }

    /** Takes the tree out of the view meanwhile: the view would look at each row that comes, and again for each. */
    private boolean applyApart(BookDiff diff) {
        view.setRoot(null);
        boolean moved = tree.apply(diff);
        view.setRoot(tree.root());
        return moved;
    }

    public List<AgentTask> selection() {
        return selectedItems().stream().map(item -> item.getValue().task()).toList();
    }

    public void onSelection(Runnable listener) {
        view.getSelectionModel()
                .getSelectedItems()
                .addListener((javafx.collections.ListChangeListener<TreeItem<TaskRow>>) c -> listener.run());
    }

    /** Selects a task and scrolls to it; waits for it where the book does not know it yet. */
    public void select(TaskKey key) {
        awaited = Optional.of(key);
        tree.find(key).ifPresent(this::reveal);
    }

    private void reveal(TreeItem<TaskRow> item) {
        awaited = Optional.empty();
        for (TreeItem<TaskRow> above = item.getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int at = view.getRow(item);
        view.getSelectionModel().clearAndSelect(at);
        view.scrollTo(Math.max(0, at - 2));
        view.requestFocus();
    }

    /** Rows that moved lost their selection on the way, or left it to a neighbour. */
    private void restore(List<TreeItem<TaskRow>> selected) {
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

    private List<TreeItem<TaskRow>> selectedItems() {
        List<TreeItem<TaskRow>> items = new ArrayList<>(view.getSelectionModel().getSelectedItems());
        items.removeIf(Objects::isNull);
        return items;
    }

    private TreeTableColumn<TaskRow, ?> column(String id) {
        return view.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private TreeTableRow<TaskRow> row(TaskActions actions) {
        TreeTableRow<TaskRow> row = new TreeTableRow<>();
        RowMenu.giveTo(row, this, actions);
        return row;
    }
}
