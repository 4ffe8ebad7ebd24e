package taskglass.lab;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** What the calling thread allocates, counted by the JVM: unlike time, it is the same on every machine. */
public final class Allocation {
    private static final int ROUNDS = 2000;

    private Allocation() {}

    /** Bytes for one round of the work, after enough of them for its classes and buffers to be there. */
    public static long perRound(Callable<?> work) throws Exception {
        repeat(work);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(work);
        return (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    }

    private static void repeat(Callable<?> work) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            work.call();
        }
    }
}
