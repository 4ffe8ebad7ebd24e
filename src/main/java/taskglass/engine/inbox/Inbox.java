package taskglass.engine.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import taskglass.task.store.Change;

/**
 * The only way to change the store. {@link #post} is thread-safe. Changes that have accumulated are passed to the
 * store's thread in one batch, in the order in which they were posted. A change from an event stream is passed on at
 * once after a quiet time. After that there is a pause between two batches: otherwise each event of a busy stream would
 * cost as much as a batch. Any other change is passed on at once, together with everything that waits.
 */
public final class Inbox {
    /** Half a frame of a screen. */
    private static final Duration BREATH = Duration.ofMillis(8);

    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Executor owner;
    private final Executor soon;
    private final Consumer<List<Change>> sink;

    public Inbox(Executor owner, Consumer<List<Change>> sink) {
        this(owner, Scheduler.of(owner), sink);
    }

    public Inbox(Executor owner, Scheduler scheduler, Consumer<List<Change>> sink) {
        this(owner, work -> scheduler.after(BREATH, work), sink);
    }

    /** {@code soon} does the same as {@code owner}, after a short pause. */
    public Inbox(Executor owner, Executor soon, Consumer<List<Change>> sink) {
        this.owner = owner;
        this.soon = soon;
        this.sink = sink;
    }

    public void post(Change change) {
        waiting.add(change);
        boolean woken = wake();
        if (!woken && !(change instanceof Change.Heard)) {
            owner.execute(this::deliver);
        }
    }

    private boolean wake() {
        boolean wakes = busy.compareAndSet(false, true);
        if (wakes) {
            owner.execute(this::cross);
        }
        return wakes;
    }

    private void cross() {
        if (waiting.isEmpty()) {
            busy.set(false);
            if (!waiting.isEmpty()) {
                wake();
            }
        } else {
            soon.execute(this::cross);
            deliver();
        }
    }

    private void deliver() {
        List<Change> batch = new ArrayList<>();
        for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
            batch.add(change);
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
        }
    }
}
