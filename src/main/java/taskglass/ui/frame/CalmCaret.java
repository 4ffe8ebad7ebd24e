package taskglass.ui.frame;

import javafx.animation.PauseTransition;
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

    private CalmCaret(Scene scene, Duration blinking) {
        this.scene = scene;
        rest = new PauseTransition(blinking);
        rest.setOnFinished(e -> calm());
    }

    public static void in(Scene scene, Duration blinking) {
        CalmCaret caret = new CalmCaret(scene, blinking);
        scene.focusOwnerProperty().addListener((source, before, now) -> caret.blinks());
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((source, before, now) -> caret.blinks());
        scene.addEventFilter(KeyEvent.ANY, e -> caret.blinks());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> caret.blinks());
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> caret.blinks());
    }

    private void blinks() {
        if (scene.getFocusOwner() instanceof TextInputControl) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void calm() {
        if (scene.getFocusOwner() instanceof TextInputControl input
                && input.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
