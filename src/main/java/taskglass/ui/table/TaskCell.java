package taskglass.ui.table;

import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import taskglass.task.AgentTask;

/** The common base of the table's cells. A cell shows a task, a group name, or nothing. */
abstract class TaskCell extends TreeTableCell<TaskRow, Line> {
    private boolean heads;

    @Override
    protected final void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        // Cells are reused for rows of the other kind. Nothing of the old row may remain.
        boolean head = !empty && line instanceof Line.OfGroup;
        if (empty || line == null || head != heads) {
            blank();
        }
        heads = head;
        if (!empty && line != null) {
            show(line);
        }
    }

    private void show(Line line) {
        switch (line) {
            case Line.OfTask(AgentTask task, Sum sum) -> show(task, sum);
            case Line.OfGroup(Grouping.Group group, Sum sum) -> head(group, sum);
        }
    }

    /** Shows this column's value of a task. The cell is blank or shows a task already. */
    abstract void show(AgentTask task, Sum sum);

    /** Shows this column's value of a group. The cell is blank or shows a group already. */
    void head(Grouping.Group group, Sum sum) {}

    /** Removes everything that either of them has set. */
    abstract void blank();

    /** Refreshes the cell in each second in which its task is due, when its row has its turn. */
    final ChangeListener<Instant> tickWith(
            ObservableValue<Instant> clock, Turns turns, BiPredicate<AgentTask, Instant> due) {
        Runnable again = this::showAgain;
        ChangeListener<Instant> tick = (source, before, now) -> {
            if (getItem() instanceof Line.OfTask(AgentTask task, Sum sum) && due.test(task, now)) {
                turns.ask(getTableRow(), again);
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
        Tip.on(label, () -> label.isTextTruncated() ? whole.get() : "");
    }
}
