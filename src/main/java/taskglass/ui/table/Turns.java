package taskglass.ui.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Lets the rows that change each second do so a few at a time, frame by frame. JavaFX paints only what has changed while at
 * most twelve children of a node have: with a thirteenth row it would paint the whole table.
 */
final class Turns {
    private static final int ROWS_IN_A_FRAME = 12;

    private final Map<Node, Set<Runnable>> waiting = new LinkedHashMap<>();
    private final Runnable turn = this::take;

    /** The turns of what is shown in the scene that this node comes to stand in. */
    Turns(Node view) {
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

    /** Does something about a row when it is the row's turn; once, however often it is asked for until then. */
    void ask(Node row, Runnable change) {
        if (waiting.isEmpty()) {
            Platform.requestNextPulse();
        }
        waiting.computeIfAbsent(row, none -> new LinkedHashSet<>()).add(change);
    }

    private void take() {
        List<Node> next = waiting.keySet().stream().limit(ROWS_IN_A_FRAME).toList();
        next.forEach(row -> waiting.remove(row).forEach(Runnable::run));
        if (!waiting.isEmpty()) {
            Platform.requestNextPulse();
        }
    }
}
