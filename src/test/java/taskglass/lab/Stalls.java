package taskglass.lab;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Watches the JavaFX thread from outside: how long it kept a knock on its door waiting at worst. */
public final class Stalls implements AutoCloseable {
    private final AtomicLong worst = new AtomicLong();
    private final ScheduledExecutorService knocker = Executors.newSingleThreadScheduledExecutor();

    public Stalls() {
        var _ = knocker.scheduleAtFixedRate(this::knock, 0, 5, TimeUnit.MILLISECONDS);
    }

    private void knock() {
        long start = System.nanoTime();
        Platform.runLater(() -> worst.accumulateAndGet(System.nanoTime() - start, Math::max));
    }

    public Duration worst() {
        return Duration.ofNanos(worst.get());
    }

    @Override
    public void close() {
        knocker.shutdownNow();
    }
}
