package taskglass.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one batch of changes made different, task by task, before and after; and whether a server's health changed. */
public final class BookDiff {
    /** One task's difference: absent before means new, absent after means gone from the list. */
    public record Entry(TaskKey key, Optional<AgentTask> before, Optional<AgentTask> after) {
        boolean differs() {
            return !before.equals(after);
        }

        /** The status after, where it is not what it was before. */
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

    /** Whether it is gone from the list only because there were too many. */
    public boolean retired(TaskKey key) {
        return retired.contains(key);
    }

    public boolean anyRetired() {
        return !retired.isEmpty();
    }

    /** The same news of what has retired as another difference has. */
    void noteRetired(BookDiff other) {
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

    /** How many tasks are new or gone. */
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
