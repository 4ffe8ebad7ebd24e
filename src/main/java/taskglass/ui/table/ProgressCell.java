package taskglass.ui.table;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.words.Words;

/** How far a task has come: a picture while it works, the count, and what is to say about it. */
final class ProgressCell extends TaskCell {
    private static final int SLOW_SECONDS = 5;

    private final ObservableValue<Instant> clock;
    private final Consumer<TaskKey> look;

    @SuppressWarnings("UnusedVariable") // the clock holds it weakly: this field keeps it
    private final ChangeListener<Instant> tick;

    private final ProgressLine line = new ProgressLine();
    private String whole = "";
    private Optional<Picture> picture = Optional.empty();

    ProgressCell(ObservableValue<Instant> clock, Turns turns, Consumer<TaskKey> look) {
        this.clock = clock;
        this.look = look;
        tick = tickWith(clock, turns, ProgressCell::due);
        getStyleClass().add("progress-cell");
        Tip.on(line, () -> line.cut() ? whole : "");
    }

    /** What waits is told by the second; the line of calls and what is told of silence change slowly with time alone. */
    private static boolean due(AgentTask task, Instant now) {
        boolean counted = task.status() == TaskStatus.NEEDS_YOU || task.status() == TaskStatus.RETRYING;
        return counted || (task.status().active() && now.getEpochSecond() % SLOW_SECONDS == 0);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        Progress progress = Progress.of(task, sum, clock.getValue());
        draw(task, progress);
        line.show(progress);
        whole = progress.whole();
        setAccessibleText(progress.whole());
        setGraphic(line);
        if (!task.status().active()
                && task.run().filter(run -> !run.tools().whole()).isPresent()) {
            look.accept(task.key());
        }
    }

    private void draw(AgentTask task, Progress progress) {
        boolean wanted = Picture.wanted(task, progress);
        if (wanted && picture.isEmpty()) {
            picture = Optional.of(new Picture());
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
    void head(Grouping.Group group, Sum sum) {
        setText(Words.of("group.sum", sum.tasks(), sum.working()));
    }

    @Override
    void blank() {
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        whole = "";
    }
}
