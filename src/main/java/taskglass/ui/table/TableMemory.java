package taskglass.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import taskglass.settings.Settings;
import taskglass.ui.table.tree.Column;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.table.tree.TaskRow;

/** Saves the user's arrangement of the table: columns, sorting and grouping. */
public final class TableMemory {
    private static final String SECTION = "table";

    /** {@code sortedBy} is "" for the default order. Unknown columns and groupings are ignored. */
    record Chosen(List<ColumnChosen> columns, String sortedBy, boolean descending, String grouping) {
        static final Chosen NOTHING = new Chosen(List.of(), "", false, Grouping.PARENT.name());
    }

    /**
     * {@code resized} says whether the user chose the width. Older versions did not save it: their widths may be those of
     * a window, and would cut titles, so that they are ignored.
     */
    record ColumnChosen(String id, double width, boolean visible, boolean resized) {}

    private final TaskTable table;
    private final Settings settings;

    private TableMemory(TaskTable table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Restores the saved arrangement and saves every later change. */
    public static void of(TaskTable table, Settings settings) {
        TableMemory memory = new TableMemory(table, settings);
        memory.restore(settings.section(SECTION, Chosen.class, Chosen.NOTHING));
        memory.follow();
    }

    /** Saves the current arrangement with its grouping. */
    public static void keep(TaskTable table, Settings settings) {
        new TableMemory(table, settings).keep();
    }

    private void restore(Chosen chosen) {
        List<ColumnChosen> known = chosen.columns().stream()
                .filter(c -> column(c.id()).isPresent())
                .toList();
        List<TreeTableColumn<TaskRow, ?>> order = new ArrayList<>();
        for (ColumnChosen one : known) {
            TreeTableColumn<TaskRow, ?> column = column(one.id()).orElseThrow();
            column.setVisible(one.visible());
            if (one.resized()) {
                table.widths().choose(Column.of(one.id()), one.width());
            }
            order.add(column);
        }
        table.rows().getColumns().stream()
                .filter(column -> !order.contains(column))
                .forEach(order::add);
        table.rows().getColumns().setAll(order);
        Arrays.stream(Grouping.values())
                .filter(grouping -> grouping.name().equals(chosen.grouping()))
                .forEach(table::group);
        column(chosen.sortedBy()).ifPresent(column -> {
            column.setSortType(chosen.descending() ? SortType.DESCENDING : SortType.ASCENDING);
            table.rows().getSortOrder().setAll(List.of(column));
        });
    }

    private void follow() {
        InvalidationListener changed = o -> keep();
        table.widths().chosen().addListener(changed);
        table.rows().getColumns().addListener((ListChangeListener<TreeTableColumn<TaskRow, ?>>) c -> keep());
        table.rows().getSortOrder().addListener((ListChangeListener<TreeTableColumn<TaskRow, ?>>) c -> keep());
        for (TreeTableColumn<TaskRow, ?> column : table.rows().getColumns()) {
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        }
    }

    private void keep() {
        Optional<TreeTableColumn<TaskRow, ?>> sorted =
                table.rows().getSortOrder().stream().findFirst();
        settings.put(
                SECTION,
                new Chosen(
                        table.rows().getColumns().stream().map(this::chosen).toList(),
                        sorted.map(TreeTableColumn::getId).orElse(""),
                        sorted.filter(column -> column.getSortType() == SortType.DESCENDING)
                                .isPresent(),
                        table.grouping().name()));
    }

    private ColumnChosen chosen(TreeTableColumn<TaskRow, ?> column) {
        Column kind = Column.of(column.getId());
        Optional<Double> width = Optional.ofNullable(table.widths().chosen().get(kind));
        return new ColumnChosen(
                column.getId(),
                Math.rint(width.orElse(column.getWidth())),
                table.widths().isWanted(kind),
                width.isPresent());
    }

    private Optional<TreeTableColumn<TaskRow, ?>> column(String id) {
        return table.rows().getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst();
    }
}
