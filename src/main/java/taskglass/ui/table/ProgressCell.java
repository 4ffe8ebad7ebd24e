package taskglass.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.Todos;
import taskglass.words.Words;

/** How far a task has come: a dot while a tool call is going on, a picture, the count, and what is to say about it. */
final class ProgressCell extends TaskCell {
    private static final double GAP = 6;

    private final ObservableValue<Instant> clock;
    private final Consumer<TaskKey> look;

    @SuppressWarnings("UnusedVariable") // the clock holds it weakly: this field keeps it
    private final ChangeListener<Instant> tick;

    private final Region dot = new Region();
    private final Bar bar = new Bar();
    private final Label done = new Label();
    private final Sparkline spark = new Sparkline();
    private final Label lead = new Label();
    private final Label rest = new Label();
    private String whole = "";
    private final HBox line = new HBox(dot, bar, done, spark, lead, rest);

    ProgressCell(ObservableValue<Instant> clock, Consumer<TaskKey> look) {
        this.clock = clock;
        this.look = look;
        tick = tickWith(clock);
        getStyleClass().add("progress-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("calling-dot");
        for (Node before : List.of(dot, bar, spark)) {
            HBox.setMargin(before, new Insets(0, GAP, 0, 0));
        }
        done.setMinWidth(Region.USE_PREF_SIZE);
        rest.getStyleClass().add("rest");
        lead.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(rest, Priority.ALWAYS);
        tellWhenCut(rest, () -> whole);
    }

    @Override
    void show(AgentTask task, Sum sum) {
        Progress progress = Progress.of(task, sum, clock.getValue());
        picture(task, progress);
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

    /** The bar of the to-do list, else the line of the calls over time, while it is at work. */
    private void picture(AgentTask task, Progress progress) {
        Optional<Todos> todos = progress.todos();
        bar.setVisible(todos.isPresent());
        bar.setManaged(todos.isPresent());
        done.setManaged(todos.isPresent());
        done.setText(todos.map(list -> Words.of("todos.brief", list.done(), list.total()) + " · ")
                .orElse(""));
        todos.ifPresent(list -> bar.show((double) list.done() / list.total()));
        spark.show(task, clock.getValue(), todos.isEmpty() && task.status() == TaskStatus.RUNNING);
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
    }
}
