package taskglass.opencode.local;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A process and everything that it started, ended together. OpenCode leaves its agents' commands running when it is
 * asked to end, and an npm launcher may leave OpenCode itself running.
 */
public record ProcessTree(ProcessHandle root) {
    private static final Duration POLITE = Duration.ofSeconds(3);
    private static final Duration FORCED = Duration.ofSeconds(2);

    /** The end of a process that is not a child can only be found by polling. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /**
     * Asks all of them to end and kills those still running after 3 s. Returns when all are gone, after 5 s at the
     * latest. An interrupted thread does not wait and kills them at once.
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

    /** An ended process whose exit status has not been read yet is still alive to Java, but without a command. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
