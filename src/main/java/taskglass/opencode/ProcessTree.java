package taskglass.opencode;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process and all that it started, which end together. OpenCode leaves the commands of its agents running when it is
 * told to end, and an npm launcher may leave OpenCode itself.
 */
public record ProcessTree(ProcessHandle root) {
    private static final Duration POLITE = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(2);

    /**
     * Asks all of them to end, makes those end that have not after 3 s, and returns when they are gone, 5 s from now at
     * the latest. An interrupted thread does not wait and makes them end at once.
     */
    public void end() {
        end(POLITE);
    }

    void end(Duration polite) {
        Set<ProcessHandle> all = new LinkedHashSet<>(List.of(root));
        addDescendants(all);
        all.forEach(ProcessHandle::destroy);
        if (!gone(all, polite)) {
            addDescendants(all);
            all.forEach(ProcessHandle::destroyForcibly);
            gone(all, FORCED);
        }
    }

    private static void addDescendants(Set<ProcessHandle> processes) {
        List.copyOf(processes).forEach(process -> process.descendants().forEach(processes::add));
    }

    private static boolean gone(Set<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] exits = processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
