package taskglass.ui.actions;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.ui.actions.PaletteSearch.Hit;
import taskglass.ui.frame.StatusStyle;
import taskglass.ui.frame.StatusStyle.Tone;

/**
 * Shows one hit in the palette: an action with its keys or the reason why it is not possible, or a task with its
 * status.
 */
final class PaletteCell extends ListCell<Hit> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label("", icon);
    private final Label note = new Label();
    private final HBox line = new HBox(name, new Region(), note);

    PaletteCell() {
        getStyleClass().add("hit");
        line.getStyleClass().add("hit-line");
        note.getStyleClass().add("action-keys");
        note.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
        line.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setGraphic(empty || hit == null ? null : line);
        switch (hit) {
            case null -> setAccessibleText("");
            case Hit.Do(Action action, Optional<String> refusal) -> {
                name.setGraphic(null);
                show(action.name(), refusal.orElse(action.keyWords()), refusal.isPresent());
            }
            case Hit.Go(AgentTask task) -> {
                StatusStyle look = StatusStyle.of(task);
                icon.setIconCode(look.icon());
                name.setGraphic(icon);
                show(TaskNames.of(task), look.word(), false);
                look.tone().applyTo(note);
            }
        }
    }

    private void show(String what, String more, boolean refused) {
        name.setText(what);
        note.setText(more);
        Tone.PLAIN.applyTo(note);
        pseudoClassStateChanged(REFUSED, refused);
        setAccessibleText(what + ", " + more);
    }
}
