package taskglass.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import taskglass.task.Change;

/**
 * The one way into the book. {@link #post} is safe from any thread; what has come together crosses to the owner in one
 * batch, in the order in which it was posted.
 */
public final class Inbox {
    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean crossing = new AtomicBoolean();
    private final Executor owner;
    private final Consumer<List<Change>> sink;

    public Inbox(Executor owner, Consumer<List<Change>> sink) {
        this.owner = owner;
        this.sink = sink;
    }

    public void post(Change change) {
        waiting.add(change);
        if (crossing.compareAndSet(false, true)) {
            owner.execute(this::cross);
        }
    }

    private void cross() {
        crossing.set(false);
        List<Change> batch = new ArrayList<>();
        for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
            batch.add(change);
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
        }
    }
}
