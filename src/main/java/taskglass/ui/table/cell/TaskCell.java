package taskglass.ui.table.cell;

import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.RowContent;
import taskglass.ui.table.tree.TaskRow;
import taskglass.ui.table.tree.TaskSum;

/** The common base of the table's cells. A cell shows a task, a group name, or nothing. */
public abstract class TaskCell extends TreeTableCell<TaskRow, RowContent> {
    private boolean heads;

    @Override
    protected final void updateItem(RowContent rowContent, boolean empty) {
        super.updateItem(rowContent, empty);
        // Cells are reused for rows of the other kind. Nothing of the old row may remain.
        boolean head = !empty && rowContent instanceof RowContent.OfGroup;
        if (empty || rowContent == null || head != heads) {
            blank();
        }
        heads = head;
        setMouseTransparent(head && !spansHeadings());
        if (!empty && rowContent != null) {
            show(rowContent);
        }
    }

    private void show(RowContent rowContent) {
        switch (rowContent) {
            case RowContent.OfTask(AgentTask task, TaskSum taskSum) -> show(task, taskSum);
            case RowContent.OfGroup heading -> head(heading);
        }
    }

    /** Shows this column's value of a task. The cell is blank or shows a task already. */
    abstract void show(AgentTask task, TaskSum taskSum);

    /** Shows a group. The cell is blank or shows a group already. Only a cell that spans its heading shows anything. */
    void head(RowContent.OfGroup heading) {}

    /** Whether this cell spans the heading of a group, over all others. */
    boolean spansHeadings() {
        return false;
    }

    /** Whether the cell is that of a heading. */
    final boolean heads() {
        return heads;
    }

    /** Removes everything that either of them has set. */
    abstract void blank();

    /** Refreshes the cell in each second in which its task is due, when its row has its turn. */
    final ChangeListener<Instant> tickWith(
            ObservableValue<Instant> clock, FrameTurns frameTurns, BiPredicate<AgentTask, Instant> due) {
        Runnable again = this::showAgain;
        ChangeListener<Instant> tick = (source, before, now) -> {
            if (getItem() instanceof RowContent.OfTask(AgentTask task, TaskSum taskSum) && due.test(task, now)) {
                frameTurns.request(getTableRow(), again);
            }
        };
        clock.addListener(new WeakChangeListener<>(tick));
        return tick;
    }

    private void showAgain() {
        if (getItem() != null) {
            show(getItem());
        }
    }

    /** Shows the whole text as a tooltip while the label is cut. */
    static void tellWhenCut(Labeled label, Supplier<String> whole) {
        LazyTooltip.on(label, () -> label.isTextTruncated() ? whole.get() : "");
    }
}
