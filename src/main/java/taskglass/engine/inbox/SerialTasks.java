package taskglass.engine.inbox;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs one piece of work after the other on its own thread, such as writing a file. Closing it waits for the last. */
public final class SerialTasks implements Executor, AutoCloseable {
    private final ExecutorService thread;

    /** {@code name} is the name of the thread. */
    public SerialTasks(String name) {
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
