package taskglass.ui.frame;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Lets the caret of a scene blink until some seconds after the last key or click, or after its window was come back to, as
 * GTK does: for as long as it blinks, JavaFX makes sixty frames a second.
 */
public final class CalmCaret {
    /** As with GTK. */
    public static final Duration BLINKING = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition rest;

    /** The field that was pressed last: its caret blinks even where a button inside it took the focus. */
    private Optional<TextInputControl> pressed = Optional.empty();

    private CalmCaret(Scene scene, Duration blinking) {
        this.scene = scene;
        rest = new PauseTransition(blinking);
        rest.setOnFinished(e -> calm());
    }

    public static void in(Scene scene, Duration blinking) {
        CalmCaret caret = new CalmCaret(scene, blinking);
        scene.focusOwnerProperty().addListener((source, before, now) -> caret.blinks());
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((source, before, now) -> caret.blinks());
        scene.windowProperty().flatMap(Window::showingProperty).addListener((source, before, now) -> caret.hidden(now));
        scene.addEventFilter(KeyEvent.ANY, e -> caret.blinks());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, caret::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> caret.blinks());
    }

    private void pressed(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TextInputControl)) {
            node = node.getParent();
        }
        pressed = Optional.ofNullable((TextInputControl) node);
        blinks();
    }

    /** Nobody sees it blink in a window that has been closed. */
    private void hidden(Boolean showing) {
        if (!Boolean.TRUE.equals(showing)) {
            rest.stop();
            calm();
        }
    }

    private void blinks() {
        if (focused().isPresent() || pressed.isPresent()) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private Optional<TextInputControl> focused() {
        return scene.getFocusOwner() instanceof TextInputControl input ? Optional.of(input) : Optional.empty();
    }

    private void calm() {
        Stream.concat(focused().stream(), pressed.stream()).forEach(CalmCaret::calm);
        pressed = Optional.empty();
    }

    private static void calm(TextInputControl input) {
        if (input.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
