package taskglass.ui.frame;

import javafx.animation.Animation;
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
 * Stops the blinking carets of a scene some seconds after the last key, click or return to its window, as GTK does.
 * While a caret blinks, JavaFX renders sixty frames a second.
 * <p>A JavaFX text field starts its caret whenever the caret moves or the field is pressed, and stops it only when it
 * loses the focus. A field without the focus whose text is changed by a program would blink forever, unseen.
 */
public final class CaretBlinkLimit {
    /** The same time as in GTK. */
    public static final Duration BLINKING = Duration.seconds(10);

    /** About half a second of a blinking caret. */
    private static final int PULSES = 30;

    private final Scene scene;
    private final PauseTransition rest;
    private final PauseTransition afterTheKey = new PauseTransition(Duration.millis(1));

    /** Pulses since the carets were last stopped. */
    private int pulses;

    private CaretBlinkLimit(Scene scene, Duration blinking) {
        this.scene = scene;
        rest = new PauseTransition(blinking);
        rest.setOnFinished(e -> calm());
        afterTheKey.setOnFinished(e -> calm());
    }

    public static void in(Scene scene, Duration blinking) {
        CaretBlinkLimit caret = new CaretBlinkLimit(scene, blinking);
        scene.focusOwnerProperty().addListener((source, before, now) -> caret.blinks());
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((source, before, now) -> caret.blinks());
        scene.windowProperty().flatMap(Window::showingProperty).addListener((source, before, now) -> caret.hidden(now));
        scene.addEventFilter(KeyEvent.ANY, e -> caret.blinks());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> caret.blinks());
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> caret.blinks());
        scene.addPostLayoutPulseListener(caret::pulsed);
    }

    /**
     * Stops the carets of a closed window, where nobody sees them. The key that closed it moves the caret once more.
     */
    private void hidden(Boolean showing) {
        if (!Boolean.TRUE.equals(showing)) {
            rest.stop();
            afterTheKey.playFromStart();
        }
    }

    private void blinks() {
        if (scene.getFocusOwner() instanceof TextInputControl) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    /** Counts pulses. Pulses with no other cause may come from a blinking caret. */
    private void pulsed() {
        pulses++;
        if (pulses >= PULSES && rest.getStatus() != Animation.Status.RUNNING) {
            calm();
        }
    }

    private void calm() {
        pulses = 0;
        scene.getRoot().lookupAll(".text-input").forEach(CaretBlinkLimit::calm);
    }

    private static void calm(Node field) {
        if (field instanceof TextInputControl input && input.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
