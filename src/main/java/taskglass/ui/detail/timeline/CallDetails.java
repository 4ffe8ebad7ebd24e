package taskglass.ui.detail.timeline;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import taskglass.task.TextCut;
import taskglass.task.transcript.Part.Call;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.detail.output.CallText;

/** Shows the selected call of the timeline with its input and output, or how to select one. */
final class CallDetails {
    /** How much of an input or output is shown here, in characters. The output tab has all of it. */
    private static final int SHOWN = 8_000;

    private final Label title = new Label();
    private final TextArea content = new TextArea();
    private final VBox root = new VBox(title, content);

    CallDetails() {
        root.getStyleClass().add("call-details");
        root.setMinHeight(VBox.USE_PREF_SIZE);
        title.getStyleClass().add("timeline-title");
        title.setWrapText(true);
        content.setId("call-content");
        content.setEditable(false);
        content.setWrapText(true);
        content.getStyleClass().add("reading");
        content.setAccessibleText(Texts.of("detail.timeline.content"));
    }

    VBox root() {
        return root;
    }

    void show(Optional<Call> call) {
        title.setText(call.map(CallText::line).orElseGet(() -> Texts.of("detail.timeline.choose")));
        String text = call.map(CallDetails::content).orElse("");
        if (!text.equals(content.getText())) { // otherwise its selection would be lost
            content.setText(text);
        }
        content.setVisible(call.isPresent());
        content.setManaged(call.isPresent());
    }

    private static String content(Call call) {
        return Texts.of(
                "detail.call.both",
                shown(call.content().input().text()),
                shown(call.content().output().text()));
    }

    private static String shown(String text) {
        return VisibleText.asWritten(TextCut.shortened(text, SHOWN));
    }
}
