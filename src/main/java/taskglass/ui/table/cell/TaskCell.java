package taskglass.ui.table.cell;

import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.Region;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadNeeds;
import taskglass.text.Texts;
import taskglass.ui.table.tree.RowContent;
import taskglass.ui.table.tree.TaskRow;
import taskglass.ui.table.tree.TaskSum;

/** The common base of the table's cells. A cell shows a task, a group name, or nothing. */
public abstract class TaskCell extends TreeTableCell<TaskRow, RowContent> {
    /** What a cell shows. Cells are reused for rows of another kind. */
    private enum Kind {
        NOTHING,
        HEADING,
        UNREAD,
        TASK
    }

    private Kind kind = Kind.NOTHING;

    @Override
    protected final void updateItem(RowContent rowContent, boolean empty) {
        super.updateItem(rowContent, empty);
        Kind now = empty || rowContent == null ? Kind.NOTHING : kind(rowContent);
        if (now != kind || now == Kind.NOTHING) {
            blank(); // nothing of the old row may remain
        }
        kind = now;
        setMouseTransparent(heads() && !spansHeadings());
        if (now != Kind.NOTHING) {
            show(rowContent);
        }
    }

    private Kind kind(RowContent rowContent) {
        return switch (rowContent) {
            case RowContent.OfTask(AgentTask task, TaskSum _) ->
                placeholder() > 0 && ReadNeeds.statusUnread(task) ? Kind.UNREAD : Kind.TASK;
            case RowContent.OfGroup _ -> Kind.HEADING;
        };
    }

    private void show(RowContent rowContent) {
        switch (rowContent) {
            case RowContent.OfTask _ when kind == Kind.UNREAD -> showPlaceholder();
            case RowContent.OfTask(AgentTask task, TaskSum taskSum) -> show(task, taskSum);
            case RowContent.OfGroup heading -> head(heading);
        }
    }

    /** Shows this column's value of a task. The cell is blank or shows a task already. */
    abstract void show(AgentTask task, TaskSum taskSum);

    /** Shows a group. The cell is blank or shows a group already. Only a cell that spans its heading shows anything. */
    void head(RowContent.OfGroup heading) {}

    /** The width of what a cell shows of a task whose status has not been read yet; 0 if it does not depend on that. */
    double placeholder() {
        return 0;
    }

    /** A grey bar. It does not move: at rest nothing does. */
    private void showPlaceholder() {
        Region bar = new Region();
        bar.getStyleClass().add("unread-bar");
        bar.setMinWidth(placeholder());
        bar.setMaxWidth(placeholder());
        setGraphic(bar);
        setAccessibleText(Texts.of("status.unread"));
    }

    /** Whether this cell spans the heading of a group, over all others. */
    boolean spansHeadings() {
        return false;
    }

    /** Whether the cell is that of a heading. */
    final boolean heads() {
        return kind == Kind.HEADING;
    }

    /** Removes everything that either of them has set. */
    abstract void blank();

    /** Refreshes the cell in each second in which its task is due, when its row has its turn. */
    final ChangeListener<Instant> tickWith(
            ObservableValue<Instant> clock, FrameTurns frameTurns, BiPredicate<AgentTask, Instant> due) {
        Runnable again = this::showAgain;
        ChangeListener<Instant> tick = (source, before, now) -> {
            // A row that the table keeps in reserve holds an old task, and is not visible.
            if (getItem() instanceof RowContent.OfTask(AgentTask task, TaskSum taskSum)
                    && kind == Kind.TASK
                    && getTableRow().isVisible()
                    && due.test(task, now)) {
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
