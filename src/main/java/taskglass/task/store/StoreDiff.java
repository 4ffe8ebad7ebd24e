package taskglass.task.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/**
 * The effect of one batch of changes: each changed task before and after, and whether the health of a server changed.
 */
public final class StoreDiff {
    /**
     * The difference in one task. An absent {@code before} means new, an absent {@code after} means gone from the list.
     */
    public record Entry(TaskKey key, Optional<AgentTask> before, Optional<AgentTask> after) {
        boolean differs() {
            return !before.equals(after);
        }

        /** The status after the change, if it differs from the status before. */
        public Optional<TaskStatus> newStatus() {
            Optional<TaskStatus> was = before.map(AgentTask::status);
            return after.map(AgentTask::status).filter(is -> !was.equals(Optional.of(is)));
        }
    }

    private final Map<TaskKey, Entry> entries = new LinkedHashMap<>();
    private final Set<TaskKey> retired = new HashSet<>();
    private boolean servers;

    void note(TaskKey key, Optional<AgentTask> before, Optional<AgentTask> after) {
        entries.merge(
                key, new Entry(key, before, after), (first, then) -> new Entry(key, first.before(), then.after()));
    }

    boolean has(TaskKey key) {
        return entries.containsKey(key);
    }

    void noteRetired(TaskKey key) {
        retired.add(key);
    }

    /** Whether the task left the list only because there were too many. */
    public boolean retired(TaskKey key) {
        return retired.contains(key);
    }

    public boolean anyRetired() {
        return !retired.isEmpty();
    }

    /** Copies the evicted tasks of another diff. */
    void noteRetired(StoreDiff other) {
        retired.addAll(other.retired);
    }

    void noteServers() {
        servers = true;
    }

    void dropEqual() {
        entries.values().removeIf(entry -> !entry.differs());
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    /** The number of tasks that are new or gone. */
    public long comersAndGoers() {
        return entries.values().stream()
                .filter(entry -> entry.before().isEmpty() || entry.after().isEmpty())
                .count();
    }

    public boolean anyNewStatus() {
        return entries.values().stream().anyMatch(entry -> entry.newStatus().isPresent());
    }

    public boolean serversChanged() {
        return servers;
    }

    public boolean isEmpty() {
        return entries.isEmpty() && !servers;
    }
}
