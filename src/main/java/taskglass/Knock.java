package taskglass;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A knock at a thread's door: how long it waited for an answer, how much of that the thread was itself at work, and not
 * waiting for a processor or for a lock, and its stack each ten milliseconds until then.
 */
public record Knock(Duration waited, Duration atWork, List<StackTraceElement[]> seen) {
    /** Between two looks, and to be waited between two knocks. */
    public static final Duration LOOK = Duration.ofMillis(10);

    /** From so long on a person sees that the window stands still. */
    private static final Duration LONG = Duration.ofMillis(100);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Knocks, and waits for the answer.
     *
     * @param door what has the thread do things
     */
    public static Knock at(Thread owner, Executor door) throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        long start = System.nanoTime();
        Duration before = workOf(owner);
        door.execute(opened::countDown);
        List<StackTraceElement[]> seen = new ArrayList<>();
        while (!opened.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            seen.add(owner.getStackTrace());
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        return new Knock(waited, workOf(owner).minus(before), seen);
    }

    /** The processor time of a thread so far. */
    public static Duration workOf(Thread thread) {
        return Duration.ofNanos(THREADS.getThreadCpuTime(thread.threadId()));
    }

    /** Whether the thread stood still for longer than a person overlooks. */
    public boolean wasStall() {
        return waited.compareTo(LONG) > 0 && !seen.isEmpty();
    }

    /** Whether it was at work for so long, so that nothing but less work would have helped. */
    public boolean wasWork() {
        return atWork.compareTo(LONG) > 0;
    }
}
