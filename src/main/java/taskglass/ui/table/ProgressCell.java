package taskglass.ui.table;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.words.Words;

/** Shows how far a task has come: a graphic while it works, the number of calls, and a text. */
final class ProgressCell extends TaskCell {
    private static final int SLOW_SECONDS = 5;

    private final ObservableValue<Instant> clock;
    private final Consumer<TaskKey> look;

    @SuppressWarnings("UnusedVariable") // the clock holds the listener weakly; this field keeps it alive
    private final ChangeListener<Instant> tick;

    private final Label lead = new Label();
    private final Label rest = new Label();
    private String whole = "";
    private final HBox line = new HBox(lead, rest);
    private Optional<Picture> picture = Optional.empty();

    ProgressCell(ObservableValue<Instant> clock, Turns turns, Consumer<TaskKey> look) {
        this.clock = clock;
        this.look = look;
        tick = tickWith(clock, turns, ProgressCell::due);
        getStyleClass().add("progress-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        rest.getStyleClass().add("rest");
        lead.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        tellWhenCut(rest, () -> whole);
    }

    /** Waiting times change every second. The sparkline and the text about silence change slowly with time alone. */
    private static boolean due(AgentTask task, Instant now) {
        boolean counted = task.status() == TaskStatus.NEEDS_YOU || task.status() == TaskStatus.RETRYING;
        return counted || (task.status().active() && now.getEpochSecond() % SLOW_SECONDS == 0);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        Progress progress = Progress.of(task, sum, clock.getValue());
        draw(task, progress);
        lead.setText(progress.lead());
        lead.setManaged(!progress.lead().isEmpty());
        boolean both = !progress.lead().isEmpty() && !progress.rest().isEmpty();
        rest.setText((both ? " · " : "") + progress.rest());
        progress.tone().dye(rest);
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
            line.getChildren().addFirst(picture.orElseThrow());
        }
        picture.ifPresent(drawn -> {
            drawn.setVisible(wanted);
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
