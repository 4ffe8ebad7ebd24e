package taskglass.ui.table;

import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import taskglass.task.AgentTask;

/** What the cells of the table share: a cell shows one task, or nothing. */
abstract class TaskCell extends TreeTableCell<TaskRow, AgentTask> {

    @Override
    protected final void updateItem(AgentTask task, boolean empty) {
        super.updateItem(task, empty);
        if (empty || task == null) {
            blank();
        } else {
            show(task);
        }
    }

    abstract void show(AgentTask task);

    abstract void blank();

    /** Makes the cell show its task anew each second for as long as the task is at work. */
    final ChangeListener<Instant> tickWith(ObservableValue<Instant> clock) {
        ChangeListener<Instant> tick = (source, before, now) -> {
            AgentTask task = getItem();
            if (task != null && task.status().active()) {
                show(task);
            }
        };
        clock.addListener(new WeakChangeListener<>(tick));
        return tick;
    }

    /** Tells the whole text while the label shows only a part of it. */
    static void tellWhenCut(Labeled label, Supplier<String> whole) {
        Tip.on(label, () -> label.isTextTruncated() ? whole.get() : "");
    }
}
