package taskglass.engine.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Collects items from any thread and passes them to the store's thread in batches, at most twenty times a second. */
public final class BatchedHandover<T> {
    private static final long PAUSE_MILLIS = 50;

    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean crossing = new AtomicBoolean();
    private final Executor later;
    private final Consumer<List<T>> sink;

    public BatchedHandover(Executor owner, Consumer<List<T>> sink) {
        this.later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, owner);
        this.sink = sink;
    }

    /** Thread-safe. */
    public void post(T one) {
        waiting.add(one);
        if (crossing.compareAndSet(false, true)) {
            later.execute(this::cross);
        }
    }

    private void cross() {
        crossing.set(false);
        List<T> batch = new ArrayList<>();
        for (T one = waiting.poll(); one != null; one = waiting.poll()) {
            batch.add(one);
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
        }
    }
}
