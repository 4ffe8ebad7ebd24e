package taskglass.opencode;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A process and all that it started, which end together. OpenCode leaves the commands of its agents running when it is
 * told to end, and an npm launcher may leave OpenCode itself.
 */
public record ProcessTree(ProcessHandle root) {
    private static final Duration POLITE = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(2);

    /** The end of a process that is not our child can only be seen by looking. */
    private static final Duration PAUSE = Duration.ofMillis(20);

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

    private boolean gone(Set<ProcessHandle> processes, Duration patience) {
        long start = System.nanoTime();
        while (root.isAlive() || processes.stream().anyMatch(ProcessTree::runs)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** One that has ended, but whose exit status nobody has asked for yet, is still alive to Java, without a command. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
