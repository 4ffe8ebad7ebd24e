package taskglass.ui.table.cell;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Updates the rows that change every second a few at a time, frame by frame. JavaFX repaints only what changed as long
 * as at most twelve children of a node changed. With a thirteenth row it would repaint the whole table.
 */
public final class FrameTurns {
    private static final int ROWS_IN_A_FRAME = 12;

    private final Map<Node, Set<Runnable>> waiting = new LinkedHashMap<>();
    private final Runnable turn = this::next;

    /** Runs the updates of the scene that this node belongs to, now and later. */
    public FrameTurns(Node view) {
        view.sceneProperty().subscribe(this::follow);
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removePreLayoutPulseListener(turn);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(turn);
        }
    }

    /** Runs a change of a row when the row has its turn. Repeated requests until then run it once. */
    void request(Node row, Runnable change) {
        if (waiting.isEmpty()) {
            Platform.requestNextPulse();
        }
        waiting.computeIfAbsent(row, none -> new LinkedHashSet<>()).add(change);
    }

    private void next() {
        List<Node> next = waiting.keySet().stream().limit(ROWS_IN_A_FRAME).toList();
        next.forEach(row -> waiting.remove(row).forEach(Runnable::run));
        if (!waiting.isEmpty()) {
            Platform.requestNextPulse();
        }
    }
}
