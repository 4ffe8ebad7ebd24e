package taskglass.ui.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import taskglass.task.AgentTask;

/**
 * The sort order of rows: by a column that the user chose, otherwise by recency. By recency, the newest roots come
 * first, and children are in the order in which they were started.
 */
record Order(Optional<Column> column, boolean descending) {
    static final Order RECENCY = new Order(Optional.empty(), false);

    /** Returns the sort position of a line from its current content. */
    Place place(Line line, Instant now) {
        return switch (line) {
            case Line.OfTask(AgentTask task, Sum sum) ->
                new Place(
                        column.flatMap(by -> by.value(task, now)).map(Place::key),
                        task.recency(),
                        task.key().session() + " " + task.key().server().url());
            case Line.OfGroup(Grouping.Group group, Sum sum) -> new Place(Optional.empty(), Instant.EPOCH, group.id());
        };
    }

    Comparator<Place> among(boolean roots) {
        if (column.isPresent()) {
            return Place.byValue(descending);
        }
        return roots ? Place.NEWEST_FIRST : Place.OLDEST_FIRST;
    }

    /** Whether positions change with time alone. */
    boolean ticks() {
        return column.equals(Optional.of(Column.ELAPSED));
    }
}
