package taskglass.bench.load;

import com.sun.javafx.logging.Logger;
import com.sun.javafx.logging.PulseLogger;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the duration of frames: each from the start of its pulse on the JavaFX thread to the end of its painting on
 * the renderer's, or to the end of the pulse if nothing had to be painted. This is elapsed time in milliseconds,
 * including garbage collections and waits for a processor. Work between two pulses is not included.
 */
class Frames extends Logger {
    /** The JVM options that make JavaFX report its frames. */
    static final List<String> OPTIONS =
            List.of("-Djavafx.pulseLogger=true", "--add-opens=javafx.base/com.sun.javafx.logging=ALL-UNNAMED");

    private final List<Double> taken = new ArrayList<>();
    private long pulse;
    private long painted;
    private boolean paints;

    /** Replaces JavaFX's own pulse loggers; needs {@link #OPTIONS}. */
    static <F extends Frames> F install(F frames) throws ReflectiveOperationException {
        Field field = PulseLogger.class.getDeclaredField("loggers");
        field.setAccessible(true);
        Logger[] loggers = (Logger[]) field.get(null);
        Arrays.fill(loggers, new Logger());
        loggers[0] = frames;
        return frames;
    }

    @Override
    public synchronized void pulseStart() {
        pulse = System.nanoTime();
        paints = false;
    }

    /** On the JavaFX thread: what is to be painted goes to the renderer, which has finished the frame before. */
    @Override
    public synchronized void renderStart() {
        painted = pulse;
        paints = true;
    }

    @Override
    public synchronized void pulseEnd() {
        if (!paints) {
            taken.add(since(pulse));
        }
    }

    @Override
    public synchronized void renderEnd() {
        taken.add(since(painted));
    }

    /** Returns the frames that have ended since the last call, in milliseconds. */
    synchronized Quantiles taken() {
        Quantiles all = new Quantiles(taken);
        taken.clear();
        return all;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1_000_000.0;
    }
}
