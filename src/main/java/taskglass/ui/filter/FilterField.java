package taskglass.ui.filter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.actions.PartKeys;
import taskglass.ui.frame.TextWidth;

/**
 * The text field for filter terms, with completions below it. Escape clears it, then leads to the table, as do Down and
 * Enter.
 */
final class FilterField {
    /** The magnifying glass, the buttons, and the space around the text. */
    private static final double BESIDE = 100;

    static final PartKeys KEYS = new PartKeys(
            "filter",
            List.of(PartKeys.Line.of("table", KeyCode.DOWN, KeyCode.ENTER), PartKeys.Line.of("clear", KeyCode.ESCAPE)));

    private final CustomTextField field = new CustomTextField();
    private final ContextMenu next = new ContextMenu();
    private final Supplier<Collection<AgentTask>> tasks;
    private Runnable leave = () -> {};

    private final Consumer<String> keep;
    private final ReadOnlyDoubleWrapper wantedWidth = new ReadOnlyDoubleWrapper();

    /** {@code typed} receives each text, {@code keep} a text that the user saves. */
    FilterField(Supplier<Collection<AgentTask>> tasks, Consumer<String> typed, Consumer<String> keep) {
        this.tasks = tasks;
        this.keep = keep;
        field.setId("filter");
        field.getStyleClass().add("filter-field");
        field.setPromptText(Texts.of("filter.prompt"));
        field.setAccessibleText(Texts.of("filter.accessible"));
        Label glass = new Label(null, new FontIcon(BootstrapIcons.SEARCH));
        glass.getStyleClass().add("filter-glass");
        field.setLeft(glass);
        next.getStyleClass().add("completions");
        field.textProperty().addListener((o, before, text) -> {
            typed.accept(text);
            field.setRight(text.isBlank() ? null : buttons());
            wantedWidth.set(TextWidth.of(text, field.getFont()) + BESIDE);
            suggest();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((o, was, is) -> suggest());
    }

    Region root() {
        return field;
    }

    /** The width in which all of the text can be read, beside the icon and the buttons. */
    ReadOnlyDoubleProperty wantedWidth() {
        return wantedWidth.getReadOnlyProperty();
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    void type(String text) {
        if (!field.getText().strip().equals(text.strip())) {
            field.setText(text);
            field.end();
        }
    }

    /** {@code listener} moves the focus to what the filter shows. */
    void onLeave(Runnable listener) {
        leave = listener;
    }

    private void key(KeyEvent e) {
        boolean plain = !e.isShiftDown() && !e.isShortcutDown() && !e.isAltDown();
        boolean listed = next.isShowing();
        switch (e.getCode()) {
            case ESCAPE -> takeIf(plain && !listed, e, field.getText().isEmpty() ? leave : field::clear);
            case DOWN -> takeIf(plain && !listed, e, leave);
            case ENTER -> takeIf(plain, e, leave);
            default -> {
                // it is typed
            }
        }
    }

    private static void takeIf(boolean now, KeyEvent e, Runnable action) {
        if (now) {
            e.consume();
            action.run();
        }
    }

    /** The button that was pressed goes with the text. */
    private void clear() {
        field.requestFocus();
        field.clear();
    }

    private Node buttons() {
        HBox buttons = new HBox(
                button(
                        BootstrapIcons.STAR,
                        "filter.save.accessible",
                        () -> keep.accept(field.getText().strip())),
                button(BootstrapIcons.X, "filter.clear", this::clear));
        buttons.getStyleClass().add("field-buttons");
        return buttons;
    }

    private static Button button(Ikon icon, String words, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("field-button");
        button.setAccessibleText(Texts.of(words));
        button.setTooltip(new Tooltip(Texts.of(words)));
        button.setOnAction(e -> action.run());
        return button;
    }

    private void suggest() {
        var texts = Completion.of(field.getText(), tasks.get());
        Optional<String> hint = texts.isEmpty() ? hint() : Optional.empty();
        if (!field.isFocused() || (texts.isEmpty() && hint.isEmpty())) {
            next.hide();
            return;
        }
        next.getItems().setAll(texts.stream().map(this::item).toList());
        hint.map(FilterField::note).ifPresent(next.getItems()::add);
        if (!next.isShowing()) {
            next.show(field, Side.BOTTOM, 0, 0);
        }
    }

    /** What is wrong with a field that there is not, unless a task has it among its words. */
    private Optional<String> hint() {
        return Query.of(field.getText()).terms().stream()
                .filter(term -> tasks.get().stream().noneMatch(term::finds))
                .flatMap(term -> term.unknownField().stream())
                .findFirst()
                .map(name -> Texts.of("filter.unknown", name, Field.all()));
    }

    private static MenuItem note(String text) {
        MenuItem note = new MenuItem(text);
        note.setMnemonicParsing(false);
        note.setDisable(true);
        return note;
    }

    private MenuItem item(String text) {
        MenuItem item = new MenuItem(VisibleText.line(text));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            field.setText(text);
            field.end();
        });
        return item;
    }
}
