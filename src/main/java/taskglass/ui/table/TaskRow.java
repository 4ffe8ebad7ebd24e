package taskglass.ui.table;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import taskglass.task.AgentTask;

/**
 * A row of the table, for as long as its task or group exists. Cells follow {@link #lineProperty}: a change repaints
 * the cells of this row only.
 */
final class TaskRow {
    private final ReadOnlyObjectWrapper<Line> line;
    private Place place = Place.NOWHERE;
    private boolean shown;

    TaskRow(Line line) {
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    Line line() {
        return line.get();
    }

    /** The task; empty for a group name. */
    Optional<AgentTask> task() {
        return line() instanceof Line.OfTask(AgentTask task, Sum sum) ? Optional.of(task) : Optional.empty();
    }

    /** The task of a row that is known to show one. */
    AgentTask known() {
        return task().orElseThrow();
    }

    void show(Line now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }

    /** The place among its siblings that the row was given. The current state of the task may ask for another one. */
    Place place() {
        return place;
    }

    void place(Place now) {
        place = now;
    }

    /** Whether the filter shows the row, for its own sake or because of a descendant. */
    boolean shown() {
        return shown;
    }

    void shown(boolean now) {
        shown = now;
    }
}
