package taskglass.ui.detail.output;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.text.Texts;

/** The line above the output in which the user searches it: Enter goes on, Shift+Enter back, Escape closes it. */
final class SearchBar {
    private final TextField field = new TextField();
    private final Label matches = new Label();
    private final HBox root = new HBox();
    private final IntConsumer go;
    private final Runnable onClose;

    /**
     * @param search receives what is typed, "" after closing
     * @param go goes this many matches on
     * @param onClose gives the focus back
     */
    SearchBar(Consumer<String> search, IntConsumer go, Runnable onClose) {
        this.go = go;
        this.onClose = onClose;
        field.setId("output-search");
        field.setPromptText(Texts.of("detail.search"));
        field.setAccessibleText(Texts.of("detail.search.accessible"));
        field.textProperty().addListener((source, before, now) -> search.accept(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        matches.setId("output-matches");
        matches.setMinWidth(Region.USE_PREF_SIZE);
        root.getStyleClass().add("output-search");
        root.getChildren()
                .addAll(
                        field,
                        matches,
                        button("output-previous", BootstrapIcons.CHEVRON_UP, () -> go.accept(-1)),
                        button("output-next", BootstrapIcons.CHEVRON_DOWN, () -> go.accept(1)),
                        button("output-close", BootstrapIcons.X, this::close));
        show(false);
    }

    HBox root() {
        return root;
    }

    /** Opens it, or selects what was typed before. */
    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    /**
     * @param position the number of the reached match, 0 for none
     * @param complete whether there cannot be more matches
     */
    void say(int position, int total, boolean complete) {
        String text = total == 0 ? "none" : position == 0 ? "count" : "position";
        boolean says = !field.getText().isEmpty() && (total > 0 || complete);
        matches.setText(says ? Texts.of("detail.search." + text, position, total) : "");
    }

    /** Closes it without moving the focus. */
    void hide() {
        field.clear();
        show(false);
    }

    private void close() {
        hide();
        onClose.run();
    }

    private void show(boolean now) {
        root.setVisible(now);
        root.setManaged(now);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> go.accept(key.isShiftDown() ? -1 : 1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private static Button button(String id, BootstrapIcons icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("detail.search." + id));
        button.setTooltip(new Tooltip(Texts.of("detail.search." + id)));
        button.setOnAction(e -> action.run());
        return button;
    }
}
