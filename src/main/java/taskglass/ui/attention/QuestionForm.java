package taskglass.ui.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** One question with its options, of which one or several can be chosen, and a field for the user's own answer. */
final class QuestionForm {
    private final List<Choice> choices = new ArrayList<>();
    private final TextField own = new TextField();
    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private Runnable changed = () -> {};
    private final boolean multiple;
    private final VBox node = new VBox();

    QuestionForm(Inquiry inquiry) {
        multiple = inquiry.multiple();
        Label text = new Label(VisibleText.lines(inquiry.text()));
        text.setWrapText(true);
        text.getStyleClass().add("attention-question");
        VBox list = new VBox();
        list.getStyleClass().add("attention-options");
        inquiry.options().forEach(option -> list.getChildren().add(offer(option).node()));
        if (inquiry.own() || inquiry.options().isEmpty()) {
            list.getChildren().add(ownWords().node());
        }
        ScrollPane pane = new ScrollPane(list);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("attention-text");
        node.getStyleClass().add("attention-inquiry");
        node.getChildren().addAll(text, pane);
    }

    private Choice offer(Option option) {
        return added(Choice.offered(mark(VisibleText.line(option.label())), option, choices.size() + 1));
    }

    private Choice ownWords() {
        own.setPromptText(Texts.of("attention.own"));
        own.setAccessibleText(Texts.of("attention.own"));
        own.getStyleClass().add("attention-own");
        Choice choice = added(Choice.own(mark(Texts.of("attention.own")), own, choices.size() + 1));
        own.textProperty().addListener((source, was, is) -> {
            choice.choose(!is.isBlank());
            update();
        });
        return choice;
    }

    private Choice added(Choice choice) {
        choices.add(choice);
        choice.onChange(this::update);
        return choice;
    }

    /** The control to tick: a circle if one option can be chosen, a square if several can. */
    private Choice.Mark mark(String name) {
        if (multiple) {
            CheckBox box = new CheckBox();
            box.setAccessibleText(name);
            return new Choice.Mark(box, box.selectedProperty());
        }
        RadioButton radio = new RadioButton();
        radio.setToggleGroup(group);
        radio.setAccessibleText(name);
        return new Choice.Mark(radio, radio.selectedProperty());
    }

    private void update() {
        answered.set(!labels().isEmpty());
        changed.run();
    }

    /** Whenever something is chosen, or no longer. */
    void onChange(Runnable action) {
        changed = action;
    }

    VBox node() {
        return node;
    }

    ReadOnlyBooleanProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Chooses an option by number, counted from 1. A second time clears a square again. */
    void digit(int digit) {
        if (digit > 0 && digit <= choices.size()) {
            choices.get(digit - 1).pressed(multiple);
        }
    }

    void focus() {
        choices.stream()
                .filter(Choice::chosen)
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .ifPresent(Choice::focus);
    }

    /** The chosen answers, in the order in which they were offered. The user's own answer comes last. */
    List<String> labels() {
        return choices.stream()
                .filter(Choice::chosen)
                .flatMap(choice -> Stream.of(choice.label().get()))
                .filter(label -> !label.isBlank())
                .toList();
    }
}
