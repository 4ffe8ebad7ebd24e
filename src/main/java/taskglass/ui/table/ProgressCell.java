package taskglass.ui.table;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;

/** How far a task has come: a dot while a tool call is going on, the count, and what is to say about it. */
final class ProgressCell extends TaskCell {
    private static final double GAP = 6;

    private final ObservableValue<Instant> clock;
    private final Consumer<TaskKey> look;

    @SuppressWarnings("UnusedVariable") // the clock holds it weakly: this field keeps it
    private final ChangeListener<Instant> tick;

    private final Region dot = new Region();
    private final Label lead = new Label();
    private final Label rest = new Label();
    private String whole = "";
    private final HBox line = new HBox(dot, lead, rest);

    ProgressCell(ObservableValue<Instant> clock, Consumer<TaskKey> look) {
        this.clock = clock;
        this.look = look;
        tick = tickWith(clock);
        getStyleClass().add("progress-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("calling-dot");
        HBox.setMargin(dot, new Insets(0, GAP, 0, 0));
        rest.getStyleClass().add("rest");
        lead.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        tellWhenCut(rest, () -> whole);
    }

    @Override
    void show(AgentTask task) {
        Progress progress = Progress.of(task, clock.getValue());
        dot.setVisible(progress.calling());
        dot.setManaged(progress.calling());
        lead.setText(progress.lead());
        lead.setManaged(!progress.lead().isEmpty());
        boolean both = !progress.lead().isEmpty() && !progress.rest().isEmpty();
        rest.setText((both ? " · " : "") + progress.rest());
        progress.tone().dye(rest);
        whole = progress.whole();
        setAccessibleText(progress.whole());
        setGraphic(line);
        if (!task.status().active()
                && task.run().filter(run -> !run.tools().exact()).isPresent()) {
            look.accept(task.key());
        }
    }

    @Override
    void blank() {
        setGraphic(null);
        setAccessibleText(null);
    }
}
