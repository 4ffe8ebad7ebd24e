package taskglass.ui.table.cell;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;

/** A small line chart of how many tools a run called over its time so far. */
final class Sparkline extends Region {
    private static final int SLOTS = 12;
    private static final double WIDTH = 40;
    private static final double HEIGHT = 12;

    /** Fewer calls than this give no useful shape. */
    private static final int FEWEST = 3;

    private final Polyline line = new Polyline();
    private int[] drawn = {};

    /** The line is redrawn without a new layout of the table. */
    Sparkline() {
        line.getStyleClass().add("sparkline");
        line.setManaged(false);
        getChildren().add(line);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setManaged(false);
        setVisible(false);
    }

    /** Hides the chart, without using any room, if it is not wanted or there is too little to show. */
    void show(AgentTask task, Instant now, boolean wanted) {
        List<Instant> starts = wanted ? starts(task) : List.of();
        boolean shape = starts.size() >= FEWEST;
        setManaged(shape);
        setVisible(shape);
        int[] slots = new int[SLOTS];
        task.run().map(Run::started).ifPresent(begun -> starts.forEach(at -> slots[slot(begun, at, now)]++));
        if (shape && !Arrays.equals(slots, drawn)) {
            draw(slots);
            drawn = slots;
        }
    }

    private static List<Instant> starts(AgentTask task) {
        return task.run().stream()
                .flatMap(run -> run.tools().calls())
                .flatMap(call -> call.started().stream())
                .toList();
    }

    private static int slot(Instant begun, Instant at, Instant now) {
        double whole = Math.max(1, Duration.between(begun, now).toMillis());
        double part = Duration.between(begun, at).toMillis() / whole;
        return (int) Math.clamp(part * SLOTS, 0, SLOTS - 1.0);
    }

    private void draw(int[] slots) {
        double most = Arrays.stream(slots).max().orElse(1);
        Double[] points = new Double[2 * SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            points[2 * i] = i * WIDTH / (SLOTS - 1);
            points[2 * i + 1] = HEIGHT - slots[i] / most * HEIGHT;
        }
        line.getPoints().setAll(points);
    }
}
