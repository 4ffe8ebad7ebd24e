package taskglass.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures frames and their parts: the time in each part that JavaFX names, on its own thread and on the renderer's,
 * and in the events between two pulses, such as a turn of the wheel.
 */
final class FrameParts extends Frames {
    private final Map<String, Long> nanos = new HashMap<>();
    private final Map<Thread, Part> open = new HashMap<>();
    private final List<Double> gaps = new ArrayList<>();
    private long shown;

    private record Part(String name, long begin) {}

    @Override
    public synchronized void pulseEnd() {
        super.pulseEnd();
        begin(null);
    }

    @Override
    public synchronized void renderEnd() {
        super.renderEnd();
        begin(null);
        long now = System.nanoTime();
        if (shown != 0) {
            gaps.add((now - shown) / 1_000_000.0);
        }
        shown = now;
    }

    @Override
    public synchronized void newPhase(String name) {
        begin(name);
    }

    @Override
    public synchronized void newInput(String name) {
        begin(name == null ? null : "event " + name);
    }

    /** Begins the next part on this thread; null if it has no name. */
    private void begin(String name) {
        long now = System.nanoTime();
        Part before = name == null
                ? open.remove(Thread.currentThread())
                : open.put(Thread.currentThread(), new Part(name, now));
        if (before != null) {
            nanos.merge(before.name(), now - before.begin(), Long::sum);
        }
    }

    /** Milliseconds of each part since {@link #forget}. */
    synchronized Map<String, Double> parts() {
        Map<String, Double> all = new HashMap<>();
        nanos.forEach((name, time) -> all.put(name, time / 1_000_000.0));
        return all;
    }

    /** Milliseconds from the end of each painted frame to that of the next, since {@link #forget}. */
    synchronized Quantiles gaps() {
        return new Quantiles(gaps);
    }

    /** Discards everything measured so far. */
    synchronized void forget() {
        taken();
        nanos.clear();
        gaps.clear();
        shown = 0;
    }
}
