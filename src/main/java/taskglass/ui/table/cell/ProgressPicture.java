package taskglass.ui.table.cell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import taskglass.task.TaskStatus;
import taskglass.task.Todos;
import taskglass.task.status.AgentTask;

/**
 * The graphic of a task at work: a dot while a tool call is running, then the bar of its to-do list or, without a list,
 * a sparkline of its calls. Most tasks rest, so a cell creates one only when it first needs it.
 */
final class ProgressPicture extends HBox {
    private static final Insets AFTER = new Insets(0, 6, 0, 0);

    private final Region dot = new Region();
    private final ProgressBarShape progressBarShape = new ProgressBarShape();
    private final Sparkline spark = new Sparkline();
    private final HBox graph = new HBox(progressBarShape, spark);

    ProgressPicture() {
        getStyleClass().add("picture");
        dot.getStyleClass().add("calling-dot");
        for (Node before : List.of(dot, progressBarShape, spark)) {
            setMargin(before, AFTER);
        }
        setMinWidth(USE_PREF_SIZE);
        graph.getStyleClass().add("picture");
        getChildren().addAll(dot, graph);
    }

    /** The width of the picture without the graph. */
    double dotWidth() {
        return dot.isManaged() ? dot.minWidth(-1) + AFTER.getRight() : 0;
    }

    /** The graph keeps its room while it is hidden, so that no layout follows. */
    void showGraph(boolean now) {
        graph.setVisible(now);
    }

    /** Whether a graphic is needed for this task. */
    static boolean wanted(AgentTask task, Progress progress) {
        return task.lastSeen().isEmpty()
                && (progress.calling() || progress.todos().isPresent() || task.status() == TaskStatus.RUNNING);
    }

    void show(AgentTask task, Progress progress, Instant now) {
        Optional<Todos> todos = progress.todos();
        put(dot, progress.calling());
        put(progressBarShape, todos.isPresent());
        todos.ifPresent(list -> progressBarShape.show((double) list.done() / list.total()));
        spark.show(task, now, todos.isEmpty() && task.status() == TaskStatus.RUNNING);
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
