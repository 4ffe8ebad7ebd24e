package taskglass.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The time that passes while the engine waits, and the threads on which it blocks. Both are handed in, so that a test
 * can let an hour pass and count what happened in it. Safe from any thread.
 */
interface Scheduler {
    /** How much time has passed, by a clock that nobody sets. */
    Duration now();

    /** Does something on the owner's thread after a while; after no time it is done in its turn. */
    void after(Duration time, Runnable work);

    /** A thread of that name for one piece of work after the other. */
    ExecutorService thread(String name);

    /** A thread for each piece of work. */
    ExecutorService threads(String prefix);

    /** The machine's own time and threads, with that owner. */
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
