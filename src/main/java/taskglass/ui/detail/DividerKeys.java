package taskglass.ui.detail;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;

/** Makes the divider between table and details a stop of Tab, which the arrow keys move. */
final class DividerKeys {
    static final PartKeys KEYS =
            new PartKeys("divider", List.of(PartKeys.Line.of("move", KeyCode.LEFT, KeyCode.RIGHT)));

    /** What a key adds to the width of the details, in pixels. */
    private static final double STEP = 24;

    private DividerKeys() {}

    /** Called when a split pane has got a new divider. {@code widen} receives what to add to the width of the details. */
    static void give(SplitPane split, DoubleConsumer widen) {
        for (Node divider : split.lookupAll(".split-pane-divider")) {
            divider.setFocusTraversable(true);
            divider.setAccessibleText(Texts.of("detail.divider.accessible"));
            divider.setOnKeyPressed(e -> move(e, widen));
        }
    }

    private static void move(KeyEvent e, DoubleConsumer widen) {
        boolean left = e.getCode() == KeyCode.LEFT;
        if (left || e.getCode() == KeyCode.RIGHT) {
            e.consume();
            widen.accept(left ? STEP : -STEP);
        }
    }
}
