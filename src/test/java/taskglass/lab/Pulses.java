package taskglass.lab;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;

/** Counts the pulses that JavaFX makes, and knows whether it has another one to make; nothing public tells the latter. */
public final class Pulses {
    private final AtomicInteger made = new AtomicInteger();

    /** On the JavaFX thread. */
    public Pulses(Scene scene) {
        scene.addPostLayoutPulseListener(made::incrementAndGet);
    }

    /** Waits until no pulse is asked for and nothing is animated; how many there were since the last time. */
    public int untilRest() {
        FxThread.until("no pulse is asked for", () -> !coming());
        return made.getAndSet(0);
    }

    public int made() {
        return made.get();
    }

    private static boolean coming() throws ReflectiveOperationException {
        Method toolkit = Class.forName("com.sun.javafx.tk.Toolkit").getMethod("getToolkit");
        Object value = toolkit.invoke(null);
        for (String cause : List.of("nextPulseRequested", "animationRunning")) {
            Field task = value.getClass().getDeclaredField(cause);
            task.setAccessible(true);
            Method get = task.getType().getDeclaredMethod("get");
            get.setAccessible(true);
            if ((boolean) get.invoke(task.get(value))) {
                return true;
            }
        }
        return false;
    }
}
