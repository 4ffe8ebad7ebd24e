package taskglass.desktop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX thread without a window. The engine's poller schedules itself on it, with a display or without. */
public final class HeadlessFxThread {
    private HeadlessFxThread() {}

    /** Starts JavaFX with in-memory rendering. That takes a quarter of a second and needs no desktop library. */
    public static Executor start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Platform::runLater;
    }
}
