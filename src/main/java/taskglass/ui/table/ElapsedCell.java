package taskglass.ui.table;

import java.time.Instant;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import taskglass.task.AgentTask;
import taskglass.task.Elapsed;
import taskglass.task.TaskStatus;

/** How long a task's latest run took, or has taken by now. */
final class ElapsedCell extends TaskCell {
    private final ObservableValue<Instant> clock;

    @SuppressWarnings("UnusedVariable") // the clock holds it weakly: this field keeps it
    private final ChangeListener<Instant> tick;

    ElapsedCell(ObservableValue<Instant> clock) {
        this.clock = clock;
        tick = tickWith(clock);
        getStyleClass().add("number-cell");
    }

    @Override
    void show(AgentTask task, Sum sum) {
        boolean known = task.status() != TaskStatus.IDLE;
        setText(task.elapsed(clock.getValue())
                .filter(e -> known)
                .map(Elapsed::words)
                .orElse("–"));
    }

    @Override
    void blank() {
        setText(null);
    }
}
