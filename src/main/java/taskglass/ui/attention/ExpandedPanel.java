package taskglass.ui.attention;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.layout.StackPane;
import taskglass.ui.frame.ButtonTips;

/**
 * The place below the line where one panel at a time expands. Typed text and ticked choices are kept as long as their
 * request is waiting, whatever else is shown meanwhile.
 */
final class ExpandedPanel {
    enum Kind {
        DETAILS,
        ALWAYS,
        REJECT,
        QUESTION
    }

    private record Place(Request.Id request, Kind kind) {}

    private final StackPane node;
    private final Function<Kind, Panel> made;
    private final Map<Place, Panel> panels = new HashMap<>();
    private final Map<Request.Id, Kind> open = new HashMap<>();
    private Optional<Request.Id> shown = Optional.empty();

    /** @param made creates a panel of that kind for the shown request */
    ExpandedPanel(StackPane node, Function<Kind, Panel> made) {
        this.node = node;
        this.made = made;
        node.managedProperty().bind(node.visibleProperty());
        show(Optional.empty());
    }

    /** Shows the panel that is open for this request. */
    void show(Optional<Request.Id> request) {
        if (!request.equals(shown) || request.isEmpty()) {
            shown = request;
            layOut();
        }
    }

    /** Discards the panels of all requests except these. */
    void keep(Set<Request.Id> waiting) {
        panels.keySet().removeIf(place -> !waiting.contains(place.request()));
        open.keySet().retainAll(waiting);
    }

    Optional<Kind> kind() {
        return shown.map(open::get);
    }

    Optional<Panel> panel() {
        return shown.flatMap(
                id -> kind().map(kind -> panels.computeIfAbsent(new Place(id, kind), place -> create(kind))));
    }

    private Panel create(Kind kind) {
        Panel panel = made.apply(kind);
        ButtonTips.in(panel.node());
        return panel;
    }

    void open(Kind kind) {
        shown.ifPresent(id -> open.put(id, kind));
        layOut();
        panel().ifPresent(Panel::focus);
    }

    void close() {
        shown.ifPresent(open::remove);
        layOut();
    }

    void disable(boolean now) {
        node.setDisable(now);
    }

    /** Whether the user types or chooses in it. */
    boolean isFocused() {
        return node.isFocusWithin();
    }

    private void layOut() {
        node.getChildren().setAll(panel().map(Panel::node).stream().toList());
        node.setVisible(panel().isPresent());
    }
}
