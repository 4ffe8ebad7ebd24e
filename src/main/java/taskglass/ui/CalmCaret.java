package taskglass.ui;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Lets the caret of a scene blink until ten seconds after the last key, as GTK does: for as long as it blinks, JavaFX
 * makes sixty frames a second.
 */
final class CalmCaret {
    private static final Duration BLINKING = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition rest;

    private CalmCaret(Scene scene) {
        this.scene = scene;
        rest = new PauseTransition(BLINKING);
        rest.setOnFinished(e -> calm());
    }

    static void in(Scene scene) {
        CalmCaret caret = new CalmCaret(scene);
        scene.focusOwnerProperty().addListener((source, before, now) -> caret.blinks());
        scene.addEventFilter(KeyEvent.ANY, e -> caret.blinks());
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
