package taskglass.ui.table.cell;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.text.LastSeenText;
import taskglass.ui.table.tree.TaskSum;

/** Shows how far a task has come: a graphic while it works, the number of calls, and a text. */
public final class ProgressCell extends TaskCell {
    private static final int SLOW_SECONDS = 5;

    private final ObservableValue<Instant> clock;
    private final Consumer<TaskKey> look;

    @SuppressWarnings("UnusedVariable") // the clock holds the listener weakly; this field keeps it alive
    private final ChangeListener<Instant> tick;

    private final ProgressLine line = new ProgressLine();
    private String whole = "";
    private String lastSeen = "";
    private Optional<ProgressPicture> picture = Optional.empty();

    public ProgressCell(ObservableValue<Instant> clock, FrameTurns frameTurns, Consumer<TaskKey> look) {
        this.clock = clock;
        this.look = look;
        tick = tickWith(clock, frameTurns, this::due);
        getStyleClass().add("progress-cell");
        LazyTooltip.on(line, () -> line.cut() ? whole : "");
    }

    /** Waiting times change every second. The sparkline changes slowly with time alone. */
    private boolean due(AgentTask task, Instant now) {
        if (task.lastSeen().isPresent()) {
            return !lastSeen(task, now).equals(lastSeen);
        }
        boolean counted = task.status() == TaskStatus.NEEDS_YOU || task.status() == TaskStatus.RETRYING;
        return counted || (task.status().active() && now.getEpochSecond() % SLOW_SECONDS == 0);
    }

    private static String lastSeen(AgentTask task, Instant now) {
        return task.lastSeen().map(at -> LastSeenText.age(at, now)).orElse("");
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        Progress progress = Progress.of(task, taskSum, clock.getValue());
        draw(task, progress);
        line.show(progress);
        whole = progress.whole();
        lastSeen = lastSeen(task, clock.getValue());
        setAccessibleText(progress.whole());
        setGraphic(line);
        if (!task.status().active()
                && task.run().filter(run -> !run.tools().whole()).isPresent()) {
            look.accept(task.key());
        }
    }

    private void draw(AgentTask task, Progress progress) {
        boolean wanted = ProgressPicture.wanted(task, progress);
        if (wanted && picture.isEmpty()) {
            picture = Optional.of(new ProgressPicture());
            line.begin(picture.orElseThrow());
        }
        picture.ifPresent(drawn -> {
            drawn.setManaged(wanted);
            if (wanted) {
                drawn.show(task, progress, clock.getValue());
            }
        });
    }

    @Override
    double placeholder() {
        return 96;
    }

    @Override
    void blank() {
        setGraphic(null);
        setAccessibleText(null);
        whole = "";
    }
}
