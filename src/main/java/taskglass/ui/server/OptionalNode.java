package taskglass.ui.server;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Shows and hides parts of a page. Hidden parts take up no room. */
final class OptionalNode {
    private OptionalNode() {}

    static void put(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    static void text(Label label, String text) {
        label.setText(text);
        put(label, !text.isEmpty());
    }
}
