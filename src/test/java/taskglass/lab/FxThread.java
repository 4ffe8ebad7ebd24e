package taskglass.lab;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/** The JavaFX thread of a test run, started when it is first wanted. */
public final class FxThread {
    private FxThread() {}

    public static Executor executor() {
        start();
        return Platform::runLater;
    }

    /** What the work answers on the JavaFX thread; what it throws there fails the test. */
    public static <T> T ask(Callable<T> work) {
        if (!Platform.isFxApplicationThread()) {
            start();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (Platform.isFxApplicationThread()) {
            complete(answer, work);
        } else {
            Platform.runLater(() -> complete(answer, work));
        }
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer", e);
        }
    }

    /** Waits until the condition holds on the JavaFX thread, where alone nodes and their lists may be read. */
    public static void until(String description, Callable<Boolean> condition) {
        Await.until(description, () -> ask(condition));
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> work) {
        try {
            answer.complete(work.call());
        } catch (Exception | AssertionError e) {
            answer.completeExceptionally(e);
        }
    }

    private static void start() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX did not start", e);
        }
    }
}
