package taskglass.ui.attention;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import taskglass.ui.actions.PartKeys;

/**
 * The keys of the attention bar, active only while the focus is in it. Digits answer or choose. Left and right go to
 * another request. Space expands. Enter confirms the open panel. Escape collapses it and then leaves.
 */
final class AttentionKeys {
    static final int ONCE = 1;
    static final int ALWAYS = 2;
    static final int REJECT = 3;

    static final PartKeys ALL = new PartKeys(
            "attention",
            List.of(
                    PartKeys.Line.of("once", key(ONCE)),
                    PartKeys.Line.of("always", key(ALWAYS)),
                    PartKeys.Line.of("reject", key(REJECT)),
                    PartKeys.Line.of("unfold", KeyCode.SPACE),
                    PartKeys.Line.of("confirm", KeyCode.ENTER),
                    PartKeys.Line.of("turn", KeyCode.LEFT, KeyCode.RIGHT),
                    PartKeys.Line.of("back", KeyCode.ESCAPE)));

    private final AttentionBar bar;
    private final Responses responses;
    private final Node root;

    private AttentionKeys(AttentionBar bar, Responses responses, Node root) {
        this.bar = bar;
        this.responses = responses;
        this.root = root;
    }

    static void listen(AttentionBar bar, Responses responses, Node root) {
        AttentionKeys keys = new AttentionKeys(bar, responses, root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private static KeyCode key(int digit) {
        return KeyCode.getKeyCode(String.valueOf(digit));
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
            case ESCAPE -> done(bar::back);
            default -> false;
        };
    }

    private boolean whileNot(KeyEvent e) {
        if (e.getCode().isDigitKey()) {
            return done(() -> responses.key(digit(e.getCode())));
        }
        return switch (e.getCode()) {
            case LEFT -> done(() -> bar.turn(-1));
            case RIGHT -> done(() -> bar.turn(1));
            case SPACE -> root.equals(e.getTarget()) && done(bar::unfold);
            case ENTER -> done(() -> enter(e.getTarget()));
            case ESCAPE -> done(bar::back);
            default -> false;
        };
    }

    /** Enter on a button presses that button, so that Enter never acts on anything but the focused node. */
    private void enter(Object target) {
        boolean button =
                target instanceof ButtonBase && !(target instanceof ToggleButton || target instanceof CheckBox);
        if (button) {
            ((ButtonBase) target).fire();
        } else {
            responses.confirm();
        }
    }

    /** Treats the upper row and the number pad alike. */
    private static int digit(KeyCode code) {
        return code.getCode() & 0x0f;
    }

    private static boolean done(Runnable act) {
        act.run();
        return true;
    }
}
