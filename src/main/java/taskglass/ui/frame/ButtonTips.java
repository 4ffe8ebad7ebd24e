package taskglass.ui.frame;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import taskglass.text.Texts;

/** Gives each button without a tooltip one that says what a screen reader says of it, with its key. */
public final class ButtonTips {
    private ButtonTips() {}

    /** Covers the buttons that are below this node now. */
    public static void in(Node node) {
        if (node instanceof ButtonBase button && !isChoice(node) && button.getTooltip() == null) {
            button.setTooltip(tip(button));
        }
        children(node).forEach(ButtonTips::in);
    }

    /** The text beside a choice says what it is. */
    private static boolean isChoice(Node node) {
        return node instanceof CheckBox || node instanceof RadioButton;
    }

    /** Texts change: what pauses a server resumes it later. */
    private static Tooltip tip(ButtonBase button) {
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(button).orElse(""), button.textProperty(), button.accessibleTextProperty()));
        return tip;
    }

    /** What a skin will show later is not among the children yet. */
    private static Collection<? extends Node> children(Node node) {
        return switch (node) {
            case SplitPane split -> split.getItems();
            case ScrollPane scroll ->
                Optional.ofNullable(scroll.getContent()).stream().toList();
            case Parent parent -> parent.getChildrenUnmodifiable();
            default -> List.of();
        };
    }

    private static Optional<String> words(ButtonBase button) {
        return Optional.ofNullable(button.getAccessibleText())
                .or(() -> Optional.ofNullable(button.getText()))
                .filter(words -> !words.isEmpty())
                .map(words -> key(button)
                        .map(key -> Texts.of("action.tip", words, key))
                        .orElse(words));
    }

    private static Optional<String> key(ButtonBase button) {
        return switch (button) {
            case Button b when b.isDefaultButton() -> Optional.of(Texts.of("keys.code.ENTER"));
            case Button b when b.isCancelButton() -> Optional.of(Texts.of("keys.code.ESCAPE"));
            default -> Optional.empty();
        };
    }
}
