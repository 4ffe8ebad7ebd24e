package taskglass.ui.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Pane;

/** Keeps the focus in a list whose rows are replaced. */
public final class RowFocus {
    private RowFocus() {}

    /**
     * Replaces the rows. If one of their buttons had the focus, the button in its place gets it: in the next row if its
     * own is gone. If no button is left, {@code otherwise} gets it.
     */
    public static void replace(Pane list, List<? extends Node> rows, Node otherwise) {
        Optional<Node> focused = Optional.ofNullable(list.getScene()).map(Scene::getFocusOwner);
        int at = focused.map(buttons(list).toList()::indexOf).orElse(-1);
        list.getChildren().setAll(rows);
        if (at >= 0) {
            List<Node> after = buttons(list).toList();
            (after.isEmpty() ? otherwise : after.get(Math.min(at, after.size() - 1))).requestFocus();
        }
    }

    private static Stream<Node> buttons(Node node) {
        return switch (node) {
            case ButtonBase button -> Stream.of(button);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(RowFocus::buttons);
            default -> Stream.empty();
        };
    }
}
