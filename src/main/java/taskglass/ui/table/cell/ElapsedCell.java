package taskglass.ui.table.cell;

import java.time.Instant;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import taskglass.task.Elapsed;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.TaskSum;

/**
 * Shows how long a task's latest run took or has taken so far. The text is accessible text, painted by a
 * {@link PaintedText}.
 */
public final class ElapsedCell extends TaskCell {
    private final ObservableValue<Instant> clock;

    @SuppressWarnings("UnusedVariable") // the clock holds the listener weakly; this field keeps it alive
    private final ChangeListener<Instant> tick;

    private final PaintedText paintedText = new PaintedText(this);

    public ElapsedCell(ObservableValue<Instant> clock, FrameTurns frameTurns) {
        this.clock = clock;
        tick = tickWith(
                clock,
                frameTurns,
                (task, now) -> task.status().active() && task.lastSeen().isEmpty());
        getStyleClass().add("number-cell");
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        boolean known = task.status() != TaskStatus.IDLE;
        String words = task.elapsed(clock.getValue())
                .filter(e -> known)
                .map(Elapsed::text)
                .orElse("–");
        paintedText.show(words);
        setAccessibleText(words);
        setGraphic(paintedText);
    }

    @Override
    double placeholder() {
        return 36;
    }

    @Override
    void blank() {
        setGraphic(null);
        setAccessibleText(null);
    }
}
