package taskglass.ui.detail.output;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/**
 * Shows some rows of the output as one text in which a part can be selected and copied. It covers the rows until it is
 * closed.
 */
final class TextReader {
    private final TextArea text = new TextArea();
    private final VBox root;
    private final Runnable onEnd;

    /** {@code left} takes the focus after closing. */
    TextReader(Runnable onEnd) {
        this.onEnd = onEnd;
        text.setId("reader-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText(Texts.of("detail.output.select.accessible"));
        Label hint = new Label(Texts.of("detail.output.select.hint", OutputMenu.COPY.getDisplayText()));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        Button back = new Button(Texts.of("detail.output.select.back"));
        back.setId("reader-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(e -> leave());
        HBox foot = new HBox(hint, back);
        foot.getStyleClass().add("reader-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(text, Priority.ALWAYS);
        root = new VBox(text, foot);
        root.getStyleClass().add("text-reader");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    Region root() {
        return root;
    }

    void read(String words) {
        text.setText(VisibleText.asWritten(words));
        root.setVisible(true);
        text.requestFocus();
    }

    void close() {
        root.setVisible(false);
    }

    private void leave() {
        close();
        onEnd.run();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            leave();
        }
    }
}
