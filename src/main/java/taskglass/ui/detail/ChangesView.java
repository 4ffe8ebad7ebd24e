package taskglass.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.transcript.FileChange;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.StatusStyle.Tone;

/** Shows the files that the latest run changed, each with its unified diff, one row per line. */
public final class ChangesView {
    /** A row of the list: a file's name and counts, or a line of its diff. */
    private record Line(String text, boolean file, Tone tone) {}

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final Label none = new Label();

    public ChangesView() {
        list.setId("changes");
        list.getStyleClass().add("changes");
        list.setAccessibleText(Texts.of("detail.changes.accessible"));
        none.getStyleClass().add("detail-empty");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.setCellFactory(view -> new Cell());
    }

    public ListView<?> root() {
        return list;
    }

    void reading() {
        lines.clear();
        none.setText(Texts.of("detail.changes.reading"));
    }

    void failed(String why) {
        lines.clear();
        none.setText(Texts.of("detail.changes.trouble", why));
    }

    public void show(List<FileChange> changes) {
        none.setText(Texts.of("detail.changes.none"));
        List<Line> now = new ArrayList<>();
        changes.forEach(change -> addFile(change, now));
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    private static void addFile(FileChange change, List<Line> now) {
        String name = Texts.of("detail.change." + change.kind(), change.file(), change.added(), change.removed());
        now.add(new Line(name, true, Tone.PLAIN));
        change.patch()
                .text()
                .lines()
                .map(line -> new Line(line, false, tone(line)))
                .forEach(now::add);
        if (change.patch().text().isBlank()) {
            now.add(new Line(Texts.of("detail.change.binary"), false, Tone.MUTED));
        }
        if (change.patch().cut()) {
            now.add(new Line(Texts.of("detail.change.cut"), false, Tone.WARNING));
        }
    }

    private static Tone tone(String line) {
        if (line.startsWith("+")) {
            return Tone.SUCCESS;
        }
        return line.startsWith("-") ? Tone.DANGER : line.startsWith("@@") ? Tone.ACCENT : Tone.PLAIN;
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("change-file", "change-line");
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                Tone.PLAIN.applyTo(this);
            } else {
                setText(VisibleText.lines(line.text));
                setGraphic(line.file ? new FontIcon(BootstrapIcons.FILE_EARMARK_DIFF) : null);
                getStyleClass().add(line.file ? "change-file" : "change-line");
                line.tone.applyTo(this);
            }
        }
    }
}
