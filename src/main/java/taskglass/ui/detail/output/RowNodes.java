package taskglass.ui.detail.output;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.transcript.Part.Call;
import taskglass.text.VisibleText;
import taskglass.ui.detail.output.StyledText.Piece;
import taskglass.ui.frame.StatusStyle.Tone;

/** Creates the node that shows a row. */
final class RowNodes {
    private static final double INDENT = 16;
    private static final double MARKER = 20;

    private RowNodes() {}

    static Region node(OutputRow outputRow, Highlight highlight) {
        return switch (outputRow) {
            case OutputRow.Prose prose -> prose(prose, highlight);
            case OutputRow.Code code -> code(code, highlight);
            case OutputRow.Printed printed -> printed(printed, highlight);
            case OutputRow.Caption caption -> line("caption", caption.text());
            case OutputRow.CallLine call -> call(call.call(), call.open(), highlight);
            case OutputRow.ThoughtLine thought -> thought(thought);
            case OutputRow.Rule _ -> rule();
            case OutputRow.Note note -> note(note);
            case OutputRow.Failure failure -> failure(failure, highlight);
            case OutputRow.Earlier earlier -> line("earlier", earlier.text());
        };
    }

    private static Region prose(OutputRow.Prose prose, Highlight highlight) {
        TextFlow flow = new TextFlow();
        flow.getChildren()
                .setAll(StyledText.nodes(prose.spans().stream().map(Piece::of).toList(), highlight));
        flow.getStyleClass().add("prose");
        flow.getStyleClass().add(prose.shape().name().toLowerCase(Locale.ROOT));
        if (prose.marker().isEmpty()) {
            return voiced(prose.voice(), indented(flow, prose.indent() * INDENT));
        }
        Label marker = new Label(prose.marker());
        marker.getStyleClass().add("marker");
        marker.setMinWidth(MARKER);
        HBox item = new HBox(marker, flow);
        HBox.setHgrow(flow, Priority.ALWAYS);
        return voiced(prose.voice(), indented(item, prose.indent() * INDENT));
    }

    private static Region code(OutputRow.Code code, Highlight highlight) {
        VBox box = new VBox(lines(code.text(), highlight));
        box.getStyleClass().add("code-lines");
        return voiced(code.voice(), indented(box, code.indent() * INDENT));
    }

    private static Region printed(OutputRow.Printed printed, Highlight highlight) {
        VBox box = new VBox(lines(printed.text(), highlight));
        box.getStyleClass().add("printed");
        (printed.failed() ? Tone.DANGER : Tone.PLAIN).applyTo(box);
        return box;
    }

    private static TextFlow lines(String words, Highlight highlight) {
        return flow(Piece.of(words, "md", "mono"), highlight);
    }

    private static TextFlow flow(Piece piece, Highlight highlight) {
        return new TextFlow(StyledText.nodes(List.of(piece), highlight).toArray(Node[]::new));
    }

    private static Region call(Call call, boolean open, Highlight highlight) {
        Label time = label("call-time", CallText.began(call));
        Label tool = label("call-tool", VisibleText.name(call.tool()));
        Label title = label("call-title", VisibleText.line(call.content().title()));
        title.setMinWidth(0);
        if (!highlight.in(tool.getText() + " " + title.getText()).isEmpty()) {
            title.getStyleClass().add(highlight.current() < 0 ? "match" : "current-match");
        }
        // The end of a path is most informative; of a command, the beginning.
        boolean path = title.getText().contains("/") && !title.getText().contains(" ");
        title.setTextOverrun(path ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label state = label("call-state", CallText.state(call));
        tone(call).applyTo(state);
        if (call.failed()) {
            state.setGraphic(new FontIcon(BootstrapIcons.X_OCTAGON_FILL));
        }
        for (Label fixed : new Label[] {time, tool, state}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(chevron(open), time, tool, title, state);
        line.getStyleClass().add("call-line");
        return line;
    }

    private static Tone tone(Call call) {
        if (call.failed()) {
            return Tone.DANGER;
        }
        return CallText.going(call) ? Tone.ACCENT : Tone.MUTED;
    }

    private static Region thought(OutputRow.ThoughtLine thought) {
        HBox line = new HBox(chevron(thought.open()), label("thought-line", thought.text()));
        line.getStyleClass().add("call-line");
        return line;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Region note(OutputRow.Note note) {
        Label label = label("note", note.text());
        label.setWrapText(true);
        note.tone().applyTo(label);
        return label;
    }

    private static Region failure(OutputRow.Failure failure, Highlight highlight) {
        TextFlow flow = flow(Piece.of(failure.text(), "md"), highlight);
        FontIcon icon = new FontIcon(BootstrapIcons.X_OCTAGON_FILL);
        HBox box = new HBox(icon, flow);
        box.getStyleClass().add("failure");
        HBox.setHgrow(flow, Priority.ALWAYS);
        return box;
    }

    private static Region line(String style, String words) {
        return label(style, words);
    }

    private static Label label(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node chevron(boolean open) {
        FontIcon icon = new FontIcon(open ? BootstrapIcons.CHEVRON_DOWN : BootstrapIcons.CHEVRON_RIGHT);
        icon.getStyleClass().add("chevron");
        return icon;
    }

    private static Region indented(Region content, double by) {
        if (by == 0) {
            return content;
        }
        VBox box = new VBox(content);
        box.setPadding(new Insets(0, 0, 0, by));
        return box;
    }

    private static Region voiced(OutputRow.Voice voice, Region content) {
        if (voice == OutputRow.Voice.ANSWER) {
            return content;
        }
        VBox box = new VBox(content);
        box.getStyleClass().add(voice == OutputRow.Voice.PROMPT ? "prompt-voice" : "thought-voice");
        return box;
    }
}
