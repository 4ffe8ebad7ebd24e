package taskglass.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does something again and again on the owner's thread, with a pause between by a clock that nobody sets. */
final class Rounds implements AutoCloseable {
    private final Executor later;
    private final Runnable round;
    private volatile boolean closed;

    Rounds(Duration pause, Executor owner, Runnable round) {
        this.later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, owner);
        this.round = round;
        later.execute(this::go);
    }

    private void go() {
        if (!closed) {
            round.run();
            later.execute(this::go);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
