package taskglass.ui.table.cell;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.status.AgentTask;
import taskglass.text.LastSeenText;
import taskglass.ui.frame.StatusStyle;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.table.tree.TaskSum;

/** Shows the status of a task: an icon and a word. */
public final class StatusCell extends TaskCell {
    private final FontIcon icon = new FontIcon();
    private Optional<Instant> lastSeen = Optional.empty();

    public StatusCell(ObservableValue<Instant> clock) {
        getStyleClass().add("status-cell");
        LazyTooltip.on(
                this,
                () -> lastSeen.map(at -> LastSeenText.of(getText(), at, clock.getValue()))
                        .orElse(""));
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        StatusStyle look = StatusStyle.of(task);
        icon.setIconCode(look.icon());
        look.tone().applyTo(this);
        setText(look.word());
        setGraphic(icon);
        lastSeen = task.lastSeen();
        setAccessibleText(lastSeen.map(at -> LastSeenText.of(look.word())).orElse(null));
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        lastSeen = Optional.empty();
        Tone.PLAIN.applyTo(this);
    }
}
