package taskglass.ui.actions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import taskglass.text.Texts;

/** The text of keys as written on a keyboard. */
public final class KeyText {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private KeyText() {}

    public static String of(KeyCombination keys) {
        List<String> pressed = new ArrayList<>();
        if (keys.getShortcut() == ModifierValue.DOWN) {
            pressed.add(Texts.of(MAC ? "keys.shortcut.mac" : "keys.shortcut"));
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            pressed.add(Texts.of("keys.shift"));
        }
        pressed.add(last(keys));
        return String.join(Texts.of("keys.plus"), pressed);
    }

    private static String last(KeyCombination keys) {
        return switch (keys) {
            case KeyCharacterCombination typed -> typed.getCharacter();
            case KeyCodeCombination code -> {
                String key = "keys.code." + code.getCode().name();
                yield Texts.all().containsKey(key)
                        ? Texts.of(key)
                        : code.getCode().getName();
            }
            default -> keys.getDisplayText();
        };
    }
}
