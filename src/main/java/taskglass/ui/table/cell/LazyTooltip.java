package taskglass.ui.table.cell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * A tooltip that is built when the mouse first enters. A popup for each cell from the start would double the cost of
 * cells.
 */
final class LazyTooltip {
    private static final double WIDEST = 480;

    private final Node node;
    private final Supplier<String> words;
    private Tooltip tooltip;

    private LazyTooltip(Node node, Supplier<String> words) {
        this.node = node;
        this.words = words;
    }

    /** Shows this text over the node, as it is when the mouse enters. Shows nothing while the text is empty. */
    static void on(Node node, Supplier<String> words) {
        LazyTooltip lazyTooltip = new LazyTooltip(node, words);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> lazyTooltip.prepare());
    }

    private void prepare() {
        String now = words.get();
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST);
        }
        tooltip.setText(now);
        Tooltip.uninstall(node, tooltip);
        if (!now.isEmpty()) {
            Tooltip.install(node, tooltip);
        }
    }
}
