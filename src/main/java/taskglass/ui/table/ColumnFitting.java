package taskglass.ui.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeTableView.ResizeFeatures;
import javafx.util.Callback;
import taskglass.ui.table.tree.Column;

/**
 * Keeps the columns as wide as the table has room for. Hides columns when there is no room for them, and shows them
 * again when there is. Remembers the widths that the user chose by dragging.
 */
@SuppressWarnings("rawtypes") // the resize policy of a TreeTableView has a raw type
final class ColumnFitting extends ConstrainedColumnResizeBase implements Callback<ResizeFeatures, Boolean> {
    /** Always left free, so that no column comes or goes with the scroll bar. */
    private static final double SCROLL_BAR = 12;

    /** Set while Status has no room for its words. */
    private static final PseudoClass ICONS_ONLY = PseudoClass.getPseudoClass("icons-only");

    private final TaskTable table;
    private final ObservableMap<Column, Double> chosen = FXCollections.observableMap(new EnumMap<>(Column.class));
    private final ColumnWidths widths = new ColumnWidths(ColumnLimits.all(), chosen);
    private final Set<Column> gone = EnumSet.noneOf(Column.class);
    private Optional<Column> newest = Optional.empty();
    private boolean fits;

    ColumnFitting(TaskTable table) {
        this.table = table;
        table.rows().getColumns().forEach(this::limit);
        table.rows().setColumnResizePolicy(this);
        table.rows().getColumns().forEach(this::followUser);
        table.rows().widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void limit(TreeTableColumn<?, ?> column) {
        Column kind = kind(column);
        column.setMinWidth(kind == Column.STATUS ? ColumnWidths.ICONS : wordsOf(kind));
    }

    private double wordsOf(Column kind) {
        return widths.limits().get(kind).narrow();
    }

    /** A column that the user switches on takes the room of others, one that is switched off leaves its room to them. */
    private void followUser(TreeTableColumn<?, ?> column) {
        column.visibleProperty().addListener((source, before, now) -> {
            if (!fits && table.rows().getWidth() > 0) {
                newest = now ? Optional.of(kind(column)) : newest.filter(kind -> kind != kind(column));
                gone.remove(kind(column));
                fit(table.rows().getWidth());
            }
        });
    }

    /** Whether the user wants to see the column, even if there is no room for it now. */
    boolean isWanted(Column column) {
        return table.column(column).isVisible() || gone.contains(column);
    }

    /** The widths that the user gave to columns. */
    ObservableMap<Column, Double> chosen() {
        return chosen;
    }

    /** Gives a column the width that the user chose. A width below today's minimum is kept as well. */
    void choose(Column column, double width) {
        chosen.put(column, width);
        table.column(column).setMinWidth(Math.min(width, table.column(column).getMinWidth()));
    }

    private void fit(double width) {
        if (width == 0) {
            return;
        }
        List<Column> wanted = Stream.of(Column.values()).filter(this::isWanted).toList();
        Set<Column> fitting = widths.fitting(wanted, width - SCROLL_BAR, newest);
        fits = true;
        ColumnWidths.optional().filter(wanted::contains).forEach(column -> {
            if (fitting.contains(column) && gone.remove(column)) {
                table.column(column).setVisible(true);
            } else if (!fitting.contains(column) && table.column(column).isVisible()) {
                gone.add(column);
                table.column(column).setVisible(false);
            }
        });
        fits = false;
    }

    /** Divides the width among the visible columns, or lets the user resize one of them. */
    @Override
    public Boolean call(ResizeFeatures features) {
        return features.getColumn() == null ? divide(features) : resize(features);
    }

    @SuppressWarnings("unchecked") // the columns are those of the table
    private boolean divide(ResizeFeatures features) {
        List<Column> visible = new ArrayList<>();
        table.rows().getVisibleLeafColumns().forEach(column -> visible.add(kind(column)));
        if (features.getContentWidth() > 0 && !visible.isEmpty()) {
            widths.of(visible, features.getContentWidth())
                    .forEach((column, width) -> features.setColumnWidth(table.column(column), width));
        }
        showStatusWords();
        return true;
    }

    private void showStatusWords() {
        double width = table.column(Column.STATUS).getWidth();
        table.rows().pseudoClassStateChanged(ICONS_ONLY, width < wordsOf(Column.STATUS));
    }

    /** The next columns to the right give or take the room. */
    private boolean resize(ResizeFeatures features) {
        Map<TreeTableColumn<?, ?>, Double> before = new LinkedHashMap<>();
        table.rows().getVisibleLeafColumns().forEach(column -> before.put(column, column.getWidth()));
        boolean resized = TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN.call(features);
        showStatusWords();
        before.forEach((column, width) -> {
            boolean free = kind(column) == Column.TASK || kind(column) == Column.PROGRESS;
            if (column.getWidth() != width && (column.equals(features.getColumn()) || !free)) {
                chosen.put(kind(column), column.getWidth());
            }
        });
        return resized;
    }

    private static Column kind(TreeTableColumn<?, ?> column) {
        return Column.of(column.getId());
    }
}
