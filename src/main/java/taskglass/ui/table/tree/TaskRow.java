package taskglass.ui.table.tree;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import taskglass.task.status.AgentTask;

/**
 * A row of the table, for as long as its task or group exists. Cells follow {@link #lineProperty}: a change repaints
 * the cells of this row only.
 */
public final class TaskRow {
    private final ReadOnlyObjectWrapper<RowContent> line;
    private SortKey sortKey = SortKey.NOWHERE;
    private boolean shown;

    TaskRow(RowContent rowContent) {
        this.line = new ReadOnlyObjectWrapper<>(rowContent);
    }

    public ReadOnlyObjectProperty<RowContent> lineProperty() {
        return line.getReadOnlyProperty();
    }

    RowContent line() {
        return line.get();
    }

    /** The task; empty for a group name. */
    public Optional<AgentTask> task() {
        return line() instanceof RowContent.OfTask(AgentTask task, TaskSum taskSum)
                ? Optional.of(task)
                : Optional.empty();
    }

    /** The task of a row that is known to show one. */
    AgentTask known() {
        return task().orElseThrow();
    }

    void show(RowContent now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }

    /** The place among its siblings that the row was given. The current state of the task may ask for another one. */
    SortKey place() {
        return sortKey;
    }

    void place(SortKey now) {
        sortKey = now;
    }

    /** Whether the filter shows the row, for its own sake or because of a descendant. */
    public boolean shown() {
        return shown;
    }

    void shown(boolean now) {
        shown = now;
    }
}
