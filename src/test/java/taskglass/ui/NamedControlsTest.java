package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.ui.window.WindowOverServer;

/** Whoever cannot see the window hears what each control is. */
@NeedsOpenCode
class NamedControlsTest extends WindowOverServer {
    @Test
    void everyControlOfTheWindowAndItsLaunchDialogHasAName() {
        rig.create("A task with a name");
        awaitRow("A task with a name", "Idle");
        select("A task with a name");
        interact(button(stage, "#toggleDetail")::fire);
        interact(button(stage, "#launch")::fire);
        awaitAgents(awaitDialog());
        assertThat(FxThread.ask(NamedControlsTest::nameless)).isEmpty();
    }

    private static List<String> nameless() {
        List<String> found = new ArrayList<>();
        Window.getWindows().forEach(window -> collect(window.getScene().getRoot(), found));
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        boolean control =
                node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase;
        if (control && node.isFocusTraversable() && name(node).isBlank()) {
            found.add(node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
