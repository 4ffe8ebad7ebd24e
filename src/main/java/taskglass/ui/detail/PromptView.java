package taskglass.ui.detail;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/**
 * Shows the full prompt of the latest run and, above it, the run's error as reported by the server. Both texts can be
 * selected and copied.
 */
final class PromptView {
    private final TextArea prompt = reading("prompt-text", "detail.prompt.accessible");
    private final TextArea error = reading("raw-error", "detail.error.accessible");
    private final Label errorCaption = new Label(Texts.of("detail.error.raw"));
    private final Label promptCaption = new Label(Texts.of("detail.prompt"));
    private final VBox root = new VBox(errorCaption, error, promptCaption, prompt);

    PromptView() {
        root.getStyleClass().add("prompt-view");
        errorCaption.getStyleClass().add("caption");
        promptCaption.getStyleClass().add("caption");
        VBox.setVgrow(prompt, Priority.ALWAYS);
        show("", "");
    }

    VBox root() {
        return root;
    }

    void show(String promptNow, String errorNow) {
        put(prompt, VisibleText.asWritten(promptNow));
        put(error, VisibleText.asWritten(errorNow));
        for (Node node : List.of(errorCaption, error, promptCaption)) {
            node.setVisible(!errorNow.isEmpty());
            node.setManaged(!errorNow.isEmpty());
        }
    }

    /** Sets the text only if it differs: otherwise the selection would be lost. */
    private static void put(TextArea area, String text) {
        if (!area.getText().equals(text)) {
            area.setText(text);
        }
    }

    private static TextArea reading(String id, String accessible) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("reading");
        area.setAccessibleText(Texts.of(accessible));
        return area;
    }
}
