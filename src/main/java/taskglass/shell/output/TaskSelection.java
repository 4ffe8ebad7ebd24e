package taskglass.shell.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.engine.Engine;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/**
 * Selects the tasks that a listing shows: the newest ones, up to a limit, of those with certain statuses.
 *
 * @param statuses empty for all
 * @param limit 0 for all
 */
public record TaskSelection(Set<TaskStatus> statuses, int limit) {
    /** A task, and how many of its ancestors are shown above it. */
    public record Row(AgentTask task, int depth) {}

    /**
     * Returns the tasks that may be shown and have not been read yet, as far as is known now, newest first.
     *
     * @param lately a task without a change since then is not at work
     */
    public List<TaskKey> unread(Engine engine, Instant lately) {
        List<TaskKey> keys = new ArrayList<>();
        int found = 0;
        for (AgentTask task : newest(engine.store())) {
            boolean unread = !engine.store().isRead(task) || task.messagesRefused();
            boolean open = unread && couldBeShown(task, lately);
            if (open) {
                keys.add(task.key());
            }
            found += open || matches(task) ? 1 : 0;
            if (found == limit) {
                break;
            }
        }
        return keys;
    }

    /**
     * Whether reading the task may make it match. A task that its server reports as active needs no reading for that;
     * any other may be active in another process.
     */
    private boolean couldBeShown(AgentTask task, Instant lately) {
        boolean wantsSettled = statuses.isEmpty() || !statuses.stream().allMatch(TaskStatus::active);
        return matches(task)
                || (!task.status().active()
                        && (wantsSettled || task.session().updated().isAfter(lately)));
    }

    /** Returns the rows, newest first, children under their parents. */
    public List<Row> rows(TaskStore store) {
        Stream<AgentTask> all = newest(store).stream().filter(this::matches);
        List<AgentTask> chosen = (limit == 0 ? all : all.limit(limit))
                .sorted(Comparator.comparing(AgentTask::recency).reversed())
                .toList();
        Set<TaskKey> keys = chosen.stream().map(AgentTask::key).collect(Collectors.toUnmodifiableSet());
        Map<Boolean, List<AgentTask>> byPlace = chosen.stream()
                .collect(Collectors.partitioningBy(
                        task -> parentAmong(keys, task).isEmpty()));
        List<Row> rows = new ArrayList<>();
        byPlace.get(true).forEach(root -> addTree(root, 0, byPlace.get(false), rows));
        return rows;
    }

    /** Returns how many tasks there are without the limit. */
    public long all(TaskStore store) {
        return store.tasks().stream().filter(this::matches).count();
    }

    private static void addTree(AgentTask task, int depth, List<AgentTask> children, List<Row> rows) {
        rows.add(new Row(task, depth));
        children.stream()
                .filter(child -> child.session().parent().equals(Optional.of(task.key())))
                .forEach(child -> addTree(child, depth + 1, children, rows));
    }

    private static Optional<TaskKey> parentAmong(Set<TaskKey> keys, AgentTask task) {
        return task.session().parent().filter(keys::contains);
    }

    private boolean matches(AgentTask task) {
        return statuses.isEmpty() || statuses.contains(task.status());
    }

    private static List<AgentTask> newest(TaskStore store) {
        return store.tasks().stream()
                .sorted(Comparator.comparing((AgentTask task) -> task.session().updated())
                        .reversed())
                .toList();
    }
}
