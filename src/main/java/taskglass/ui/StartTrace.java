package taskglass.ui;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;

/**
 * Logs at DEBUG, once each, when the window is drawn for the first time and when its table is with rows in it: for those
 * who measure starts. Where nobody listens at that level it does nothing at all.
 */
final class StartTrace extends AnimationTimer {
    private static final Logger LOG = System.getLogger(StartTrace.class.getName());

    private final Scene scene;
    private int pulses;
    private boolean filled;

    private StartTrace(Scene scene) {
        this.scene = scene;
    }

    static void of(Scene scene) {
        if (LOG.isLoggable(Level.DEBUG)) {
            new StartTrace(scene).start();
        }
    }

    /** Comes before a picture is laid out: what the one before has shown is on the screen by now. */
    @Override
    public void handle(long now) {
        if (++pulses == 2) {
            LOG.log(Level.DEBUG, "window shown");
        }
        if (filled) {
            LOG.log(Level.DEBUG, "table filled");
            stop();
        }
        filled = scene.lookup(".tree-table-view") instanceof TreeTableView<?> table && table.getExpandedItemCount() > 0;
    }
}
