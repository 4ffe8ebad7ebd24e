package taskglass.ui.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import taskglass.task.AgentTask;

/**
 * How rows are sorted: by a column that a person chose, else by recency, newest roots first and children in the order in
 * which they were begun.
 */
record Order(Optional<Column> column, boolean descending) {
    static final Order RECENCY = new Order(Optional.empty(), false);

    /** The place of a line by what it says now. */
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

    /** Whether places change with time alone. */
    boolean ticks() {
        return column.equals(Optional.of(Column.ELAPSED));
    }
}
