package taskglass.ui.table;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import taskglass.task.AgentTask;

/**
 * A row of the table for as long as its task, or its group, is there. Cells follow {@link #lineProperty}: a change
 * repaints the cells of this row and nothing else.
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

    /** The task; empty for the name of a group. */
    Optional<AgentTask> task() {
        return line() instanceof Line.OfTask(AgentTask task, Sum sum) ? Optional.of(task) : Optional.empty();
    }

    /** Only where it is known to be a task's. */
    AgentTask known() {
        return task().orElseThrow();
    }

    void show(Line now) {
        if (!now.equals(line.get())) {
            line.set(now);
        }
    }

    /** Where it stands among its siblings: the place that it was given, not the one its task asks for by now. */
    Place place() {
        return place;
    }

    void place(Place now) {
        place = now;
    }

    /** Whether the filter shows it, for its own sake or for what is below it. */
    boolean shown() {
        return shown;
    }

    void shown(boolean now) {
        shown = now;
    }
}
