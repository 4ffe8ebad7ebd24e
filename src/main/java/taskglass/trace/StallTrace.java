package taskglass.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Logs at DEBUG each time the JavaFX thread took over 100 ms to respond: for how long, how much of that it worked, and
 * its stack halfway. A tool for finding stalls; does nothing unless that level is enabled.
 */
public final class StallTrace implements Runnable {
    private static final Logger LOG = System.getLogger(StallTrace.class.getName());

    private final Thread owner;
    private final Executor executor;

    private StallTrace(Thread owner, Executor executor) {
        this.owner = owner;
        this.executor = executor;
    }

    /**
     * Returns a monitor to run on its own thread, if the log level is enabled.
     *
     * @param owner the JavaFX thread
     * @param executor runs tasks on that thread
     */
    public static Optional<Runnable> of(Thread owner, Executor executor) {
        return LOG.isLoggable(Level.DEBUG) ? Optional.of(new StallTrace(owner, executor)) : Optional.empty();
    }

    @Override
    public void run() {
        try {
            while (!Thread.interrupted()) {
                probe();
                Thread.sleep(UiThreadProbe.LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe() throws InterruptedException {
        UiThreadProbe uiThreadProbe = UiThreadProbe.at(owner, executor);
        if (uiThreadProbe.wasStall()) {
            LOG.log(
                    Level.DEBUG,
                    "stood still for {0} ms, at work for {1} ms: {2}",
                    uiThreadProbe.waited().toMillis(),
                    uiThreadProbe.atWork().toMillis(),
                    stack(uiThreadProbe.seen().get(uiThreadProbe.seen().size() / 2)));
        }
    }

    /** The stack on one line, innermost frame first. */
    private static String stack(StackTraceElement[] frames) {
        return Arrays.stream(frames).map(StallTrace::frame).collect(Collectors.joining(" < "));
    }

    private static String frame(StackTraceElement frame) {
        return frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName() + ":"
                + frame.getLineNumber();
    }
}
