package taskglass.ui.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import taskglass.ui.table.tree.Column;

/**
 * Hides columns when the table becomes too narrow for them, the least informative first, and shows them again when
 * there is room.
 */
final class ColumnFitting {
    /** The width of the table, in pixels, below which a column is hidden. */
    private static final Map<Column, Double> NEEDS =
            Map.of(Column.PROJECT, 820.0, Column.COST, 720.0, Column.AGENT, 600.0, Column.ELAPSED, 460.0);

    private static final List<Column> FIRST_TO_GO = List.of(Column.PROJECT, Column.COST, Column.AGENT, Column.ELAPSED);

    private final TaskTable table;
    private final Set<Column> gone = EnumSet.noneOf(Column.class);

    ColumnFitting(TaskTable table) {
        this.table = table;
        table.rows().widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /** Whether the user wants to see the column, even if there is no room for it now. */
    boolean isWanted(Column column) {
        return table.column(column).isVisible() || gone.contains(column);
    }

    private void fit(double width) {
        if (width == 0) {
            return;
        }
        for (Column column : FIRST_TO_GO) {
            boolean room = width >= NEEDS.get(column);
            if (room && gone.remove(column)) {
                table.column(column).setVisible(true);
            } else if (!room && table.column(column).isVisible()) {
                gone.add(column);
                table.column(column).setVisible(false);
            }
        }
    }
}
