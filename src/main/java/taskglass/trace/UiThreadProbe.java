package taskglass.trace;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Measures the responsiveness of a thread: how long an empty task waited for it, how much of that time the thread
 * itself worked (not waiting for a processor or a lock), and its stack every ten milliseconds until then.
 */
public record UiThreadProbe(Duration waited, Duration atWork, List<StackTraceElement[]> seen) {
    /** The interval between two stack samples, and the pause between two measurements. */
    public static final Duration LOOK = Duration.ofMillis(10);

    /** A longer pause is visible to the user. */
    private static final Duration LONG = Duration.ofMillis(100);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Sends an empty task to the thread and waits until it has run.
     *
     * @param executor runs tasks on the thread
     */
    public static UiThreadProbe at(Thread owner, Executor executor) throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        long start = System.nanoTime();
        Duration before = workOf(owner);
        executor.execute(opened::countDown);
        List<StackTraceElement[]> seen = new ArrayList<>();
        while (!opened.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            seen.add(owner.getStackTrace());
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        return new UiThreadProbe(waited, workOf(owner).minus(before), seen);
    }

    /** Returns the processor time that a thread has used so far. */
    public static Duration workOf(Thread thread) {
        return Duration.ofNanos(THREADS.getThreadCpuTime(thread.threadId()));
    }

    /** Whether the thread was blocked for longer than a user overlooks. */
    public boolean wasStall() {
        return waited.compareTo(LONG) > 0 && !seen.isEmpty();
    }

    /** Whether the thread worked for that long, so that only less work would have helped. */
    public boolean wasWork() {
        return atWork.compareTo(LONG) > 0;
    }
}
