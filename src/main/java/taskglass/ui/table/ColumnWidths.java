package taskglass.ui.table;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import taskglass.ui.table.tree.Column;

/**
 * Divides the width of the table among its columns. The titles of the tasks come first: Task grows before all others, and
 * the others become narrow and then disappear before it does. Status never disappears, but may lose its words.
 *
 * @param limits those of all columns
 * @param chosen the widths that the user has given to columns
 */
record ColumnWidths(Map<Column, ColumnLimits> limits, Map<Column, Double> chosen) {
    /** These disappear before Task is narrower than its usual width, which is enough for a title of forty characters. */
    private static final List<Column> BEFORE_TITLES = List.of(Column.PROJECT, Column.COST, Column.AGENT);

    /** They also disappear before Progress has less than this above its minimum. */
    private static final double AMPLE = 28;

    /** These disappear before Task is narrower than its minimum. */
    private static final List<Column> AFTER_TITLES = List.of(
            Column.STARTED,
            Column.ACTIVITY,
            Column.TOKENS,
            Column.SERVER,
            Column.MODEL,
            Column.ELAPSED,
            Column.PROGRESS);

    /** Task gets this much before what is left is shared with Progress. */
    private static final double LONG_TITLE = 420;

    /** Progress gets this much before short content gets more than it needs. */
    private static final double LONG_PROGRESS = 320;

    /** The width of Status that shows only icons, because Task would otherwise be narrower than its minimum. */
    static final double ICONS = 22;

    /** The columns that may disappear. */
    static Stream<Column> optional() {
        return Stream.concat(BEFORE_TITLES.stream(), AFTER_TITLES.stream());
    }

    /** Returns those of the wanted columns that there is room for. */
    Set<Column> fitting(Collection<Column> wanted, double room) {
        return fitting(wanted, room, Optional.empty());
    }

    /** The same, with a column that disappears after all others because the user has just switched it on. */
    Set<Column> fitting(Collection<Column> wanted, double room, Optional<Column> newest) {
        Set<Column> fitting = EnumSet.copyOf(wanted);
        Predicate<Column> older = column -> !newest.equals(Optional.of(column));
        double ample = fitting.contains(Column.PROGRESS) ? AMPLE : 0;
        drop(fitting, BEFORE_TITLES.stream().filter(older), limits(Column.TASK).usual() + ample, room);
        drop(fitting, AFTER_TITLES.stream().filter(older), limits(Column.TASK).narrow(), room);
        drop(fitting, newest.stream(), limits(Column.TASK).narrow(), room);
        return fitting;
    }

    private void drop(Set<Column> from, Stream<Column> firstToGo, double task, double room) {
        firstToGo.forEach(next -> {
            if (task + narrow(from) - limits(Column.TASK).narrow() > room) {
                from.remove(next);
            }
        });
    }

    private double narrow(Collection<Column> columns) {
        return columns.stream().mapToDouble(column -> limits(column).narrow()).sum();
    }

    /** Returns the width of each column. They fill the room exactly, unless even the minimum of each is too much. */
    Map<Column, Double> of(Collection<Column> columns, double room) {
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        columns.forEach(column -> widths.put(column, limits(column).narrow()));
        widths.computeIfPresent(
                Column.STATUS, (status, words) -> Math.max(ICONS, Math.min(words, words + room - narrow(columns))));
        Growth growth = new Growth(widths, room);
        chosen.forEach(growth::to);
        growth.to(Column.STATUS, limits(Column.STATUS).usual());
        growth.to(Column.TASK, limits(Column.TASK).usual());
        growth.to(Column.PROGRESS, limits(Column.PROGRESS).usual());
        growth.to(Column.COST, limits(Column.COST).usual());
        columns.forEach(column -> growth.to(column, limits(column).usual()));
        if (!chosen.containsKey(Column.TASK)) {
            growth.to(Column.TASK, LONG_TITLE);
        }
        if (!chosen.containsKey(Column.PROGRESS)) {
            growth.to(Column.PROGRESS, LONG_PROGRESS);
        }
        columns.stream()
                .filter(column -> !flexible(column) && !chosen.containsKey(column))
                .forEach(column -> growth.to(column, limits(column).widest()));
        share(growth);
        return widths;
    }

    /** What is left goes to Task and Progress, in equal parts unless the user gave one of them its width. */
    private void share(Growth growth) {
        boolean taskIsFree = !chosen.containsKey(Column.TASK);
        boolean progressIsFree = growth.has(Column.PROGRESS) && !chosen.containsKey(Column.PROGRESS);
        if (progressIsFree) {
            growth.by(Column.PROGRESS, taskIsFree ? Math.floor(growth.left() / 2) : growth.left());
        }
        growth.by(Column.TASK, growth.left());
    }

    private static boolean flexible(Column column) {
        return column == Column.TASK || column == Column.PROGRESS;
    }

    private ColumnLimits limits(Column column) {
        ColumnLimits own = limits.get(column);
        return chosen.containsKey(column) && column != Column.TASK ? own.chosen(chosen.get(column)) : own;
    }

    /** Gives room to one column after the other, as long as there is any. */
    private record Growth(Map<Column, Double> widths, double room) {
        boolean has(Column column) {
            return widths.containsKey(column);
        }

        double left() {
            return Math.max(
                    0,
                    room - widths.values().stream().mapToDouble(width -> width).sum());
        }

        void to(Column column, double width) {
            if (has(column)) {
                by(column, Math.clamp(width - widths.get(column), 0, left()));
            }
        }

        void by(Column column, double more) {
            widths.computeIfPresent(column, (c, width) -> width + more);
        }
    }
}
