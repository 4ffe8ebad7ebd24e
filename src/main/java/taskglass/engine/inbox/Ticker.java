package taskglass.engine.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one clock for displayed running times. It ticks once a second, on the store's thread. */
public final class Ticker implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("seconds").factory());

    private final ScheduledFuture<?> ticking;

    public Ticker(Clock clock, Executor owner) {
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        ticking =
                timer.scheduleAtFixedRate(() -> owner.execute(() -> now.set(clock.instant())), 1, 1, TimeUnit.SECONDS);
    }

    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        ticking.cancel(false);
        timer.shutdown();
    }
}
