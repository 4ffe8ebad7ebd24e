package taskglass.ui.attention;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the strip, which act only while the focus is in it: digits answer or choose, arrows turn to another
 * request, Space unfolds, Enter confirms what is unfolded, Escape folds it and then leaves.
 */
final class StripKeys {
    static final int ONCE = 1;
    static final int ALWAYS = 2;
    static final int REJECT = 3;

    private final AttentionStrip strip;
    private final Responses responses;
    private final Node root;

    private StripKeys(AttentionStrip strip, Responses responses, Node root) {
        this.strip = strip;
        this.responses = responses;
        this.root = root;
    }

    static void listen(AttentionStrip strip, Responses responses, Node root) {
        StripKeys keys = new StripKeys(strip, responses, root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent e) {
        boolean modified = e.isShortcutDown() || e.isAltDown() || e.isControlDown() || e.isMetaDown();
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (!modified && (typing ? whileTyping(e) : whileNot(e))) {
            e.consume();
        }
    }

    private boolean whileTyping(KeyEvent e) {
        return switch (e.getCode()) {
            case ENTER -> done(responses::confirm);
            case ESCAPE -> done(strip::back);
            default -> false;
        };
    }

    private boolean whileNot(KeyEvent e) {
        if (e.getCode().isDigitKey()) {
            return done(() -> responses.key(digit(e.getCode())));
        }
        return switch (e.getCode()) {
            case LEFT -> done(() -> strip.turn(-1));
            case RIGHT -> done(() -> strip.turn(1));
            case SPACE -> root.equals(e.getTarget()) && done(strip::unfold);
            case ENTER -> done(() -> enter(e.getTarget()));
            case ESCAPE -> done(strip::back);
            default -> false;
        };
    }

    /** On a button Enter presses it, so that it never does anything but what is in focus. */
    private void enter(Object target) {
        boolean button =
                target instanceof ButtonBase && !(target instanceof ToggleButton || target instanceof CheckBox);
        if (button) {
            ((ButtonBase) target).fire();
        } else {
            responses.confirm();
        }
    }

    /** Of the upper row and of the number pad alike. */
    private static int digit(KeyCode code) {
        return code.getCode() & 0x0f;
    }

    private static boolean done(Runnable act) {
        act.run();
        return true;
    }
}
