package taskglass.ui.table;

import java.time.Instant;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;

/**
 * A row of the table for as long as its task is in the book. Cells follow {@link #taskProperty}: a change repaints the
 * cells of this row and nothing else.
 */
final class TaskRow {
    private static final Comparator<TaskRow> BY_KEY = Comparator.comparing(
                    (TaskRow row) -> row.key().session())
            .thenComparing(row -> row.key().server().url());

    /** The order among roots; by the place they were given, not by the task, so that a sorted list stays sorted. */
    static final Comparator<TaskRow> NEWEST_FIRST =
            Comparator.comparing((TaskRow row) -> row.place).reversed().thenComparing(BY_KEY);

    /** The order among the children of one parent. */
    static final Comparator<TaskRow> OLDEST_FIRST =
            Comparator.comparing((TaskRow row) -> row.place).thenComparing(BY_KEY);

    private final ReadOnlyObjectWrapper<AgentTask> task;
    private Instant place;

    TaskRow(AgentTask task) {
        this.task = new ReadOnlyObjectWrapper<>(task);
        this.place = task.recency();
    }

    ReadOnlyObjectProperty<AgentTask> taskProperty() {
        return task.getReadOnlyProperty();
    }

    AgentTask task() {
        return task.get();
    }

    TaskKey key() {
        return task.get().key();
    }

    void show(AgentTask now) {
        task.set(now);
    }

    /** Whether it stands where its task's recency would not put it. */
    boolean misplaced() {
        return !place.equals(task().recency());
    }

    /** Gives it the place that its task's recency asks for; returns the place it had. */
    Instant place() {
        return place(task().recency());
    }

    Instant place(Instant now) {
        Instant before = place;
        place = now;
        return before;
    }
}
