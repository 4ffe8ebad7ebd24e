package taskglass.ui.server;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Parts of a page that take up room only while there is something to show. */
final class Shown {
    private Shown() {}

    static void put(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    static void text(Label label, String text) {
        label.setText(text);
        put(label, !text.isEmpty());
    }
}
