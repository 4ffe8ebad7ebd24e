package taskglass.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import taskglass.settings.Preferences.Density;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.text.Texts;
import taskglass.ui.filter.Filter;
import taskglass.ui.table.cell.FrameTurns;
import taskglass.ui.table.cell.TitleEditor;
import taskglass.ui.table.tree.Arrangement;
import taskglass.ui.table.tree.Column;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.table.tree.RowOrder;
import taskglass.ui.table.tree.TaskRow;
import taskglass.ui.table.tree.TaskTree;

/** The table of all tasks: a view of the store that keeps selection, expansion and order while the store changes. */
public final class TaskTable {
    private static final double ROW_HEIGHT = 34;
    private static final double COMPACT_HEIGHT = 26;

    /** The style class of the column that the rows are sorted by. Its header has an arrow. */
    private static final String SORTED = "sorted";

    /** From this many added and removed tasks on, as in a first listing, the view receives all changes at once. */
    private static final int FLOOD = 200;

    private final TaskStore store;
    private final TreeTableView<TaskRow> view = new TreeTableView<>();
    private final TitleEditor titles = new TitleEditor(view);
    private final RowSelection selected = new RowSelection(view);
    private final TaskTree tree;
    private final WhyPopup why;

    @SuppressWarnings("FieldCanBeLocal") // the clock holds the listener weakly; this field keeps it alive
    private final ChangeListener<Instant> tick;

    private Optional<TaskKey> awaited = Optional.empty();
    private Runnable unhide = () -> {};
    private final ColumnFitting columnFitting;

    public TaskTable(TaskStore store, ObservableValue<Instant> clock, RowActions actions) {
        this.store = store;
        tree = new TaskTree(store, clock::getValue);
        why = new WhyPopup(actions.why());
        tick = (source, before, now) -> {
            selected.keep(tree::tick);
            why.follow(store);
        };
        clock.addListener(new WeakChangeListener<>(tick));
        view.setId("tasks");
        view.getStyleClass().add("tasks");
        view.setAccessibleText(Texts.of("table.accessible"));
        view.setRoot(tree.root());
        view.setShowRoot(false);
        view.setFixedCellSize(ROW_HEIGHT);
        view.setTableMenuButtonVisible(true);
        view.getColumns().addAll(Columns.all(clock, new FrameTurns(view), actions, titles));
        view.setTreeColumn(column(Column.TASK));
        view.setSortPolicy(v -> sort());
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setRowFactory(v -> new TaskTableRow(this, actions));
        columnFitting = new ColumnFitting(this);
    }

    public TreeTableView<?> view() {
        return view;
    }

    /** Edits titles in their cells. */
    public TitleEditor titles() {
        return titles;
    }

    /** Sets how close the rows stand. */
    public void density(Density density) {
        view.setFixedCellSize(density == Density.COMPACT ? COMPACT_HEIGHT : ROW_HEIGHT);
    }

    /** Follows the store. */
    public void apply(StoreDiff diff) {
        boolean flood = diff.comersAndGoers() >= FLOOD;
        Runnable change = () -> tree.apply(diff);
        selected.keep(flood ? () -> folded(change) : change);
        awaited.flatMap(tree::find).ifPresent(this::reveal);
        why.follow(store);
    }

    /** Shows only the rows that match the filter, and their ancestors. */
    public void filter(Filter filter) {
        arrange(tree.arrangement().with(filter));
    }

    public void group(Grouping grouping) {
        arrange(tree.arrangement().with(grouping));
    }

    public Grouping grouping() {
        return tree.arrangement().grouping();
    }

    /** {@code show} clears the filter. It is called before selecting a task that the filter hides. */
    public void onHidden(Runnable show) {
        unhide = show;
    }

    /** Whether there is no row, because there are no tasks or none that match the filter. */
    public boolean empty() {
        return tree.root().getChildren().isEmpty();
    }

    /** Returns all tasks that match the filter, in collapsed rows too. */
    public List<AgentTask> matching() {
        Filter filter = tree.arrangement().filter();
        return store.tasks().stream().filter(filter::matches).toList();
    }

    public List<AgentTask> selection() {
        return selected.items().stream()
                .flatMap(item -> item.getValue().task().stream())
                .toList();
    }

    public void onSelection(Runnable listener) {
        view.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<TaskRow>>)
                c -> listener.run());
    }

    /** Selects the first row if none is selected. */
    public void selectFirst() {
        if (selected.items().isEmpty()) {
            view.getSelectionModel().selectFirst();
        }
    }

    /** Selects a task and scrolls to it. If the store does not know the task yet, waits for it. */
    public void select(TaskKey key) {
        awaited = Optional.of(key);
        if (tree.find(key).filter(item -> !item.getValue().shown()).isPresent()) {
            unhide.run();
        }
        tree.find(key).ifPresent(this::reveal);
    }

    /** Explains, beside a task's row, why the task has its status. */
    public void explain(AgentTask task) {
        Optional<TreeItem<TaskRow>> wanted = tree.find(task.key());
        view.lookupAll(".tree-table-row-cell").stream()
                .map(node -> (TreeTableRow<?>) node)
                .filter(row ->
                        wanted.filter(item -> item.equals(row.getTreeItem())).isPresent())
                .findFirst()
                .ifPresent(row -> why.show(row, task));
    }

    ColumnFitting widths() {
        return columnFitting;
    }

    TreeTableView<TaskRow> rows() {
        return view;
    }

    TreeTableColumn<TaskRow, ?> column(Column kind) {
        return view.getColumns().stream()
                .filter(column -> kind.id().equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private boolean sort() {
        Optional<TreeTableColumn<TaskRow, ?>> by = view.getSortOrder().stream().findFirst();
        view.getColumns().forEach(column -> column.getStyleClass().remove(SORTED));
        by.ifPresent(column -> column.getStyleClass().add(SORTED));
        RowOrder rowOrder = new RowOrder(
                by.map(column -> Column.of(column.getId())),
                by.filter(column -> column.getSortType() == TreeTableColumn.SortType.DESCENDING)
                        .isPresent());
        if (!rowOrder.equals(tree.arrangement().order())) {
            arrange(tree.arrangement().with(rowOrder));
        }
        return true;
    }

    private void arrange(Arrangement next) {
        selected.keepHidden(() -> folded(() -> tree.arrange(next)));
        // A row that stays where it is, but at another level, would keep its indentation.
        view.lookupAll(".name-cell").forEach(cell -> ((Parent) cell).requestLayout());
    }

    /** Collapses the tree during a change: the view would examine all rows for each arriving one. It keeps its cells. */
    private void folded(Runnable change) {
        tree.root().setExpanded(false);
        try {
            change.run();
        } finally {
            tree.root().setExpanded(true); // a bug in Taskglass must not leave an empty table
        }
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
}
