package taskglass.ui.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import taskglass.ui.filter.FilterBar;

/**
 * Arranges the parts of the filter: the segments stand beside the filter field if there is room, otherwise on a line
 * below. The field is as wide as what is typed needs, as far as there is room. Where there is too little, the button that
 * groups the rows shows only its icon.
 */
final class FilterLayout {
    /** The widths of the field, in pixels: at least, with nothing typed, and at most. */
    private static final double LEAST = 160;

    private static final double USUAL = 232;
    private static final double MOST = 560;

    private final FilterBar filter;
    private final HBox bar;
    private final Pane below;
    private final MenuButton group;

    /** The width of the button that groups the rows, with its words. */
    private double words;

    /** {@code bar} is the filter's place in the toolbar row, {@code below} the line under that row. */
    FilterLayout(FilterBar filter, HBox bar, Pane below, MenuButton group) {
        this.filter = filter;
        this.bar = bar;
        this.below = below;
        this.group = group;
        bar.setMinWidth(0); // the row must become narrow enough to show that the segments do not fit
        below.managedProperty().bind(below.visibleProperty());
        ((Pane) filter.saved()).getChildren().subscribe(this::arrange);
        ((Pane) filter.segments()).widthProperty().subscribe(this::arrange);
        row().widthProperty().subscribe(this::arrange);
        bar.widthProperty().subscribe(this::arrange);
        row().getChildren().stream()
                .filter(Control.class::isInstance)
                .forEach(button -> ((Control) button).setMinWidth(Region.USE_PREF_SIZE));
        filter.fieldWidth().subscribe(this::arrange);
        group.textProperty().subscribe(() -> {
            group.setContentDisplay(ContentDisplay.TEXT_ONLY);
            arrange();
        });
        arrange();
    }

    private HBox row() {
        return (HBox) bar.getParent();
    }

    private void arrange() {
        double segments = bar.getSpacing() + Math.ceil(filter.segments().prefWidth(-1));
        group.setContentDisplay(tight(segments) ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        boolean wide = room() - segments >= LEAST;
        boolean saved = !((Pane) filter.saved()).getChildren().isEmpty();
        put(bar, wide ? List.of(filter.field(), filter.segments()) : List.of(filter.field()));
        put(
                below,
                Stream.of(filter.segments(), filter.saved())
                        .filter(node -> node.equals(filter.saved()) ? saved : !wide)
                        .toList());
        size(wide ? room() - segments : room());
        below.setVisible(!below.getChildren().isEmpty());
    }

    /** Whether the field would be narrower than it should be if the button had words. */
    private boolean tight(double segments) {
        double now = Math.ceil(group.prefWidth(-1));
        words = group.getContentDisplay() == ContentDisplay.TEXT_ONLY ? now : words;
        double left = room() + now - words;
        return (left - segments >= LEAST ? left - segments : left) < wanted();
    }

    private double wanted() {
        return Math.clamp(filter.fieldWidth().get(), USUAL, MOST);
    }

    private void size(double room) {
        filter.field().setMinWidth(LEAST);
        filter.field().setPrefWidth(Math.max(LEAST, Math.min(wanted(), room)));
        filter.field().setMaxWidth(Region.USE_PREF_SIZE);
    }

    /** Returns the room in the row for the filter. It is measured because text is longer in other languages. */
    private double room() {
        double others = row().getChildren().stream()
                .filter(node -> !node.equals(bar))
                .mapToDouble(node -> Math.ceil(node.prefWidth(-1)) + row().getSpacing())
                .sum();
        return row().getWidth()
                - others
                - row().getInsets().getLeft()
                - row().getInsets().getRight();
    }

    private static void put(Pane place, List<Node> nodes) {
        if (!place.getChildren().equals(nodes)) {
            place.getChildren().setAll(nodes);
        }
    }
}
