package taskglass.task.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/**
 * Determines whether a completed task is about to be woken. A child that works in the background wakes its parent when it
 * ends, and the end of that later run is the one that matters.
 */
public final class Wakeup {
    /** How long an agent may stay idle after such a child has ended: the plugin takes eleven seconds. */
    public static final Duration LATEST = Duration.ofSeconds(30);

    private Wakeup() {}

    /** Returns when the last background child ended, by its server's clock. Empty if none ended after its parent. */
    public static Optional<Instant> of(TaskStore store, AgentTask parent) {
        if (parent.status() != TaskStatus.COMPLETED) {
            return Optional.empty();
        }
        Instant ended = parent.ended().orElse(Instant.MAX);
        return store.children(parent.key()).stream()
                .filter(AgentTask::inBackground)
                .flatMap(child -> child.ended().stream())
                .filter(ended::isBefore)
                .max(Comparator.naturalOrder());
    }
}
