package taskglass.ui.table.tree;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import taskglass.task.status.AgentTask;

/**
 * The sort order of rows: by a column that the user chose, otherwise by recency. By recency, the newest roots come
 * first, and children are in the order in which they were started.
 */
public record RowOrder(Optional<Column> column, boolean descending) {
    static final RowOrder RECENCY = new RowOrder(Optional.empty(), false);

    /** Returns the sort position of a line from its current content. */
    SortKey place(RowContent rowContent, Instant now) {
        return switch (rowContent) {
            case RowContent.OfTask(AgentTask task, TaskSum taskSum) ->
                new SortKey(
                        column.flatMap(by -> by.value(task, now)).map(SortKey::key),
                        task.recency(),
                        task.key().session() + " " + task.key().server().url());
            case RowContent.OfGroup(Grouping.Group group, String parent, TaskSum taskSum) ->
                new SortKey(Optional.empty(), Instant.EPOCH, group.id());
        };
    }

    Comparator<SortKey> among(boolean roots) {
        if (column.isPresent()) {
            return SortKey.byValue(descending);
        }
        return roots ? SortKey.NEWEST_FIRST : SortKey.OLDEST_FIRST;
    }

    /** Whether positions change with time alone. */
    boolean ticks() {
        return column.equals(Optional.of(Column.ELAPSED));
    }
}
