package taskglass.ui.attention;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.task.request.RequestContent.Option;
import taskglass.text.VisibleText;

/**
 * One answer to choose from: a card with its mark, its text and its number.
 * @param label the text that is sent
 */
record Choice(HBox node, Mark mark, Node focused, Supplier<String> label) {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int LAST_DIGIT = 9;

    /** The control that is ticked. */
    record Mark(ButtonBase button, BooleanProperty selected) {}

    static Choice offered(Mark mark, Option option, int number) {
        VBox words = new VBox(line(option.label(), "attention-label"));
        if (!option.description().isBlank()) {
            words.getChildren().add(line(option.description(), "attention-note"));
        }
        mark.button().setAccessibleText(VisibleText.line(option.label() + ", " + option.description()));
        return card(mark, words, mark.button(), option::label, number);
    }

    static Choice own(Mark mark, TextField field, int number) {
        mark.button().setFocusTraversable(false);
        // The arrow keys lead to the mark; what is typed then belongs in the field.
        mark.button().focusedProperty().addListener((source, was, is) -> {
            if (is) {
                field.requestFocus();
            }
        });
        return card(mark, field, field, () -> field.getText().strip(), number);
    }

    private static Choice card(Mark mark, Node words, Node focused, Supplier<String> label, int number) {
        HBox card = new HBox(mark.button(), words);
        card.getStyleClass().add("attention-choice");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (number <= LAST_DIGIT) {
            card.getChildren().add(Buttons.cap(String.valueOf(number)));
        }
        mark.selected().addListener((source, was, is) -> card.pseudoClassStateChanged(CHOSEN, is));
        Choice choice = new Choice(card, mark, focused, label);
        card.setOnMouseClicked(e -> choice.pressed(mark.button() instanceof CheckBox));
        return choice;
    }

    private static Label line(String words, String style) {
        Label line = new Label(VisibleText.lines(words));
        line.setWrapText(true);
        line.getStyleClass().add(style);
        return line;
    }

    void onChange(Runnable listener) {
        mark.selected().addListener((source, was, is) -> listener.run());
    }

    boolean chosen() {
        return mark.selected().get();
    }

    void choose(boolean now) {
        mark.selected().set(now);
    }

    void focus() {
        focused.requestFocus();
    }

    /** Called for its number key or for a click on the card. */
    void pressed(boolean toggles) {
        focus();
        boolean ownWords = !focused.equals(mark.button());
        choose(ownWords || !toggles || !chosen());
    }
}
