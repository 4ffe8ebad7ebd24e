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

/** What the cells of the table share: a cell shows one task, the name of a group, or nothing. */
abstract class TaskCell extends TreeTableCell<TaskRow, Line> {
    private boolean heads;

    @Override
    protected final void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        // Cells are used anew for rows of the other kind, of which nothing may be left.
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

    /** Says of a task what belongs in this column; it is blank, or shows the same of a task. */
    abstract void show(AgentTask task, Sum sum);

    /** Says of a group what belongs in this column; it is blank, or shows the same of a group. */
    void head(Grouping.Group group, Sum sum) {}

    /** Takes away all that either of them has set. */
    abstract void blank();

    /** Makes the cell show its task anew, when it is its row's turn, in each second at which the task is due. */
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

    /** Tells the whole text while the label shows only a part of it. */
    static void tellWhenCut(Labeled label, Supplier<String> whole) {
        Tip.on(label, () -> label.isTextTruncated() ? whole.get() : "");
    }
}
