package taskglass.ui.attention;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import taskglass.text.Texts;

/** The buttons of the panels, each labeled with its equivalent key. */
final class Buttons {
    static final String ENTER = "attention.key.enter";
    static final String ESCAPE = "attention.key.escape";

    private Buttons() {}

    /** @param style a style class, "" for none */
    static Button of(String words, String key, String style) {
        Button button = new Button(Texts.of(words), cap(Texts.of(key)));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText(Texts.of(words));
        button.setTooltip(new Tooltip(Texts.of("action.tip", Texts.of(words), Texts.of(key))));
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        return button;
    }

    /** A key as it looks on the keyboard. */
    static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("attention-key");
        return cap;
    }

    static HBox row(Button... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("dialog-buttons");
        return row;
    }
}
