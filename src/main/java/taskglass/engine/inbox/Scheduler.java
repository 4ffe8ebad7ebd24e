package taskglass.engine.inbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The passing time and the threads on which the engine blocks. Both are injected, so that a test can let an hour pass
 * and count what happened in it. Thread-safe.
 */
public interface Scheduler {
    /** How much time has passed, by a monotonic clock. */
    Duration now();

    /** Runs something on the store's thread after a delay. Without a delay it is queued there. */
    void after(Duration time, Runnable work);

    /** A thread of that name that runs one piece of work after the other. */
    ExecutorService thread(String name);

    /** A thread for each piece of work. */
    ExecutorService threads(String prefix);

    /** Real time and real threads, with that owner. */
    static Scheduler of(Executor owner) {
        return new Scheduler() {
            @Override
            public Duration now() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void after(Duration time, Runnable work) {
                Executor then = time.isPositive()
                        ? CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, owner)
                        : owner;
                then.execute(work);
            }

            @Override
            public ExecutorService thread(String name) {
                return Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
            }

            @Override
            public ExecutorService threads(String prefix) {
                return Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(prefix, 1).factory());
            }
        };
    }
}
