package taskglass.ui.frame;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the character of a key from a field that the same key has just focused: the 3 that opens the field for a
 * message is not the beginning of that message.
 */
public final class TypedCharacters {
    private final Scene scene;
    private Node pressedIn;
    private boolean pressed;

    private TypedCharacters(Scene scene) {
        this.scene = scene;
    }

    public static void guard(Scene scene) {
        TypedCharacters typed = new TypedCharacters(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> typed.press());
        scene.addEventFilter(KeyEvent.KEY_TYPED, typed::type);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> typed.end());
    }

    private void press() {
        pressed = true;
        pressedIn = scene.getFocusOwner();
    }

    /** Input methods type without a key. */
    private void type(KeyEvent e) {
        if (pressed && !Objects.equals(scene.getFocusOwner(), pressedIn)) {
            e.consume();
        }
        end();
    }

    private void end() {
        pressed = false;
        pressedIn = null;
    }
}
