package taskglass.ui.attention;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import taskglass.task.request.RequestContent.Diff;
import taskglass.task.request.RequestContent.Permission;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** Shows in full what a tool wants to do: the change as colored diff lines, or the whole command, URL or call. */
final class DetailsPanel implements Panel {
    private static final double LINE_HEIGHT = 18;
    private static final double FRAME = 10;
    private static final int LINES_SHOWN = 12;

    private final VBox node = new VBox();

    DetailsPanel(Permission permission) {
        node.getStyleClass().add("attention-panel");
        node.getChildren().add(permission.diff().text().isEmpty() ? text(permission.whole()) : change(permission));
        if (permission.diff().cut()) {
            Label cut = new Label(Texts.of("attention.cut"));
            cut.getStyleClass().add("attention-note");
            node.getChildren().add(cut);
        }
    }

    private static Node change(Permission permission) {
        Diff diff = permission.diff();
        List<DiffLine> lines = DiffLine.of(diff.text());
        ListView<DiffLine> view = new ListView<>();
        view.getStyleClass().add("attention-diff");
        view.setAccessibleText(Texts.of("attention.change", VisibleText.line(permission.whole())));
        view.getItems().setAll(lines);
        view.setCellFactory(v -> new DiffCell());
        view.setFixedCellSize(LINE_HEIGHT);
        // The last line is for the scroll bar of lines that are wider than the window.
        view.setPrefHeight(Math.min(lines.size() + 1, LINES_SHOWN) * LINE_HEIGHT + FRAME);
        view.setMinHeight(Math.min(view.getPrefHeight(), LINE_HEIGHT * 4));
        return view;
    }

    private static Node text(String whole) {
        Label text = new Label(VisibleText.lines(whole));
        text.setWrapText(true);
        text.getStyleClass().add("code");
        text.setMaxWidth(Double.MAX_VALUE);
        ReadingBox box = new ReadingBox(text);
        box.setAccessibleText(text.getText());
        return box;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        // There is nothing to type or choose: the focus stays on the attention bar, where keys answer.
    }

    @Override
    public void confirm() {
        // Looking at the details does not allow anything.
    }

    @Override
    public boolean digit(int digit) {
        return false;
    }
}
