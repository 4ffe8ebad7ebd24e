package taskglass.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;

/**
 * Logs two events at DEBUG, once each: the window is drawn for the first time, and its table contains rows. Used to
 * measure startup. Does nothing if that level is not logged.
 */
public final class StartTrace extends AnimationTimer {
    private static final Logger LOG = System.getLogger(StartTrace.class.getName());

    private final Scene scene;
    private int pulses;
    private boolean filled;

    private StartTrace(Scene scene) {
        this.scene = scene;
    }

    public static void of(Scene scene) {
        if (LOG.isLoggable(Level.DEBUG)) {
            new StartTrace(scene).start();
        }
    }

    /** Runs before a frame is laid out: the previous frame is on the screen by now. */
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
