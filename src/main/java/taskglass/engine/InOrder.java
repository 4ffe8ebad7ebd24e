package taskglass.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does one thing after the other on a thread of its own, such as writing a file; closing it waits for the last. */
public final class InOrder implements Executor, AutoCloseable {
    private final ExecutorService thread;

    /** {@code name} is the thread's. */
    public InOrder(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void close() {
        thread.close();
    }
}
