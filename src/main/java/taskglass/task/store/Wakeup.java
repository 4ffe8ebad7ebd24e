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
    /**
     * How long an agent may stay idle after such a child has ended, or before one begins: the plugin takes eleven
     * seconds.
     */
    public static final Duration LATEST = Duration.ofSeconds(30);

    private Wakeup() {}

    /**
     * Returns since when it is awaited, by its server's clock: since the last background child ended, or, while one has
     * not begun, since the parent itself ended. Empty if nothing is awaited.
     */
    public static Optional<Instant> since(TaskStore store, AgentTask parent) {
        if (parent.status() != TaskStatus.COMPLETED) {
            return Optional.empty();
        }
        Instant ended = parent.ended().orElse(Instant.MAX);
        Optional<Instant> childEnded = store.children(parent.key()).stream()
                .filter(AgentTask::inBackground)
                .flatMap(child -> child.ended().stream())
                .filter(ended::isBefore)
                .max(Comparator.naturalOrder());
        return childEnded.or(() -> parent.ended().filter(_ -> store.hasUnbegunChild(parent.key())));
    }
}
