package taskglass.ui.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import taskglass.ui.filter.FilterBar;

/**
 * Arranges the parts of the filter: the segments stand beside the filter field if there is room, otherwise on a line
 * below.
 */
final class FilterLayout {
    private final FilterBar filter;
    private final HBox bar;
    private final Pane below;

    /** {@code bar} is the filter's place in the toolbar row, {@code below} the line under that row. */
    FilterLayout(FilterBar filter, HBox bar, Pane below) {
        this.filter = filter;
        this.bar = bar;
        this.below = below;
        below.managedProperty().bind(below.visibleProperty());
        ((Pane) filter.saved()).getChildren().subscribe(this::arrange);
        ((Pane) filter.segments()).widthProperty().subscribe(this::arrange);
        row().widthProperty().subscribe(this::arrange);
        arrange();
    }

    private HBox row() {
        return (HBox) bar.getParent();
    }

    private void arrange() {
        boolean wide = row().getWidth() >= needed();
        boolean saved = !((Pane) filter.saved()).getChildren().isEmpty();
        put(bar, wide ? List.of(filter.field(), filter.segments()) : List.of(filter.field()));
        put(
                below,
                Stream.of(filter.segments(), filter.saved())
                        .filter(node -> node.equals(filter.saved()) ? saved : !wide)
                        .toList());
        below.setVisible(!below.getChildren().isEmpty());
    }

    /**
     * Returns the row width, in pixels, at which the segments fit as well. It is measured because text is longer in
     * other languages.
     */
    private double needed() {
        double others = row().getChildren().stream()
                .filter(node -> !node.equals(bar))
                .mapToDouble(node -> node.prefWidth(-1) + row().getSpacing())
                .sum();
        double own = filter.field().prefWidth(-1)
                + bar.getSpacing()
                + filter.segments().prefWidth(-1);
        return others + own + row().getInsets().getLeft() + row().getInsets().getRight();
    }

    private static void put(Pane place, List<Node> nodes) {
        if (!place.getChildren().equals(nodes)) {
            place.getChildren().setAll(nodes);
        }
    }
}
