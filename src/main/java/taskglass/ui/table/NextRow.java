package taskglass.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.TaskRow;

/** Finds the row to select once the selected ones are removed: the next one that stays, or the last one before them. */
public final class NextRow {
    private final TaskTable table;
    private final TreeTableView<TaskRow> view;

    public NextRow(TaskTable table) {
        this.table = table;
        view = table.rows();
    }

    /** Moves the selection on from these tasks, unless other tasks are selected. */
    public void selectAfter(List<AgentTask> removed) {
        Set<TaskKey> gone = new HashSet<>();
        removed.forEach(task -> gone.add(task.key()));
        if (!table.selection().stream().map(AgentTask::key).allMatch(gone::contains)) {
            return;
        }
        List<Integer> selected = view.getSelectionModel().getSelectedIndices();
        int last = selected.stream().max(Integer::compare).orElse(-1);
        IntStream after = IntStream.range(last + 1, view.getExpandedItemCount());
        IntStream before = IntStream.iterate(last - 1, row -> row >= 0, row -> row - 1);
        IntStream.concat(after, before)
                .filter(row -> stays(view.getTreeItem(row), gone))
                .findFirst()
                .ifPresent(this::select);
    }

    /** A task goes with the one that it stands below. */
    private static boolean stays(TreeItem<TaskRow> row, Set<TaskKey> gone) {
        return row.getValue().task().isPresent()
                && Stream.iterate(row, item -> item.getValue() != null && item.getParent() != null, TreeItem::getParent)
                        .flatMap(item -> item.getValue().task().stream())
                        .noneMatch(task -> gone.contains(task.key()) || task.removal() != RemovalState.NONE);
    }

    private void select(int row) {
        view.getSelectionModel().clearAndSelect(row);
        view.getFocusModel().focus(row);
        view.scrollTo(Math.max(0, row - 2));
    }
}
