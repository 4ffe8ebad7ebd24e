package taskglass.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import taskglass.task.Change;

/**
 * The one way into the book. {@link #post} is safe from any thread; what has come together crosses to the owner in one
 * batch, in the order in which it was posted. After calm a change crosses at once; then there is a breath between two batches,
 * for what a batch costs by itself would be paid for each event of a busy stream.
 */
public final class Inbox {
    /** Half a frame of a screen. */
    private static final long BREATH_MILLIS = 8;

    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Executor owner;
    private final Executor soon;
    private final Consumer<List<Change>> sink;

    public Inbox(Executor owner, Consumer<List<Change>> sink) {
        this(owner, CompletableFuture.delayedExecutor(BREATH_MILLIS, TimeUnit.MILLISECONDS, owner), sink);
    }

    /** {@code soon} does the same as {@code owner}, a breath later. */
    Inbox(Executor owner, Executor soon, Consumer<List<Change>> sink) {
        this.owner = owner;
        this.soon = soon;
        this.sink = sink;
    }

    public void post(Change change) {
        waiting.add(change);
        wake(owner);
    }

    private void wake(Executor when) {
        if (busy.compareAndSet(false, true)) {
            when.execute(this::cross);
        }
    }

    private void cross() {
        List<Change> batch = new ArrayList<>();
        for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
            batch.add(change);
        }
        if (batch.isEmpty()) {
            busy.set(false);
            if (!waiting.isEmpty()) {
                wake(owner);
            }
        } else {
            soon.execute(this::cross);
            sink.accept(batch);
        }
    }
}
