package taskglass.lab;

import java.time.Duration;

/** Waits for something that happens elsewhere, and no longer than it takes. */
public final class Await {
    /** Something that becomes true; what it throws ends the wait. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(15);

    private Await() {}

    /** Returns once the condition holds; an {@link AssertionError} with the description after a minute, which a busy machine may need. */
    public static void until(String description, Condition condition) {
        until(description, PATIENCE, condition);
    }

    public static void until(String description, Duration patience, Condition condition) {
        long start = System.nanoTime();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw new AssertionError("not within " + patience.toSeconds() + " s: " + description);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting until " + description, e);
        } catch (Exception e) {
            throw new AssertionError("failed while waiting until " + description, e);
        }
    }
}
