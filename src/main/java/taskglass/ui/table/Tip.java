package taskglass.ui.table;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** A tooltip that is built when the mouse first comes: a popup for each cell from the start would double their cost. */
final class Tip {
    private static final double WIDEST = 480;

    private final Node node;
    private final Supplier<String> words;
    private Tooltip tooltip;

    private Tip(Node node, Supplier<String> words) {
        this.node = node;
        this.words = words;
    }

    /** Tells these words over the node, as they are when the mouse comes; nothing while they are empty. */
    static void on(Node node, Supplier<String> words) {
        Tip tip = new Tip(node, words);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> tip.prepare());
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
