package taskglass.ui.table.cell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.TaskStatus;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.text.LastSeenText;
import taskglass.ui.frame.StatusStyle;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.table.tree.RowContent;
import taskglass.ui.table.tree.TaskSum;

/** Shows the status of a task: an icon and a word. A running task without activity reads as quiet, by the minute. */
public final class StatusCell extends TaskCell {
    private final FontIcon icon = new FontIcon();
    private final ObservableValue<Instant> clock;
    private final BiFunction<AgentTask, Instant, Optional<Duration>> quiet;
    private Optional<Instant> lastSeen = Optional.empty();

    @SuppressWarnings("UnusedVariable") // the clock holds the listener weakly; this field keeps it alive
    private final ChangeListener<Instant> tick;

    /** @param quiet returns for how long a task has shown no activity, if that is to be shown */
    public StatusCell(
            ObservableValue<Instant> clock,
            FrameTurns frameTurns,
            BiFunction<AgentTask, Instant, Optional<Duration>> quiet) {
        this.clock = clock;
        this.quiet = quiet;
        tick = tickWith(clock, frameTurns, (task, now) -> due(now));
        getStyleClass().add("status-cell");
        LazyTooltip.on(
                this,
                () -> lastSeen.map(at -> LastSeenText.of(getText(), at, clock.getValue()))
                        .orElse(getContentDisplay() == ContentDisplay.GRAPHIC_ONLY ? getText() : ""));
    }

    private boolean due(Instant now) {
        return getItem() instanceof RowContent.OfTask(AgentTask task, TaskSum taskSum)
                && !look(task, taskSum, now).word().equals(getText());
    }

    /** A task that waits for its subagents shows no activity itself. */
    private StatusStyle look(AgentTask task, TaskSum taskSum, Instant now) {
        boolean mayBeQuiet = task.status() == TaskStatus.RUNNING
                && task.removal() == RemovalState.NONE
                && taskSum.workingBelow() == 0;
        Optional<Duration> silence = mayBeQuiet ? quiet.apply(task, now) : Optional.empty();
        return silence.map(StatusStyle::quiet).orElseGet(() -> StatusStyle.of(task));
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        StatusStyle look = look(task, taskSum, clock.getValue());
        icon.setIconCode(look.icon());
        look.tone().applyTo(this);
        setText(look.word());
        setGraphic(icon);
        lastSeen = task.lastSeen();
        setAccessibleText(lastSeen.map(at -> LastSeenText.of(look.word())).orElse(null));
    }

    @Override
    double placeholder() {
        return 72;
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
