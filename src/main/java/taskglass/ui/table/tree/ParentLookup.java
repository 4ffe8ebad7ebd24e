package taskglass.ui.table.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/**
 * The parent-child relations shown by the table. Empty if children do not stand below their parents. Valid for one
 * batch of changes.
 */
record ParentLookup(TaskStore store, boolean kept) {

    List<TaskKey> children(TaskKey key) {
        return kept ? store.children(key).stream().map(AgentTask::key).toList() : List.of();
    }

    /** Returns these tasks and all their ancestors, each after its descendants. */
    List<TaskKey> lowestFirst(Collection<TaskKey> tasks) {
        Map<TaskKey, Integer> depths = new HashMap<>();
        for (TaskKey key : tasks) {
            Set<TaskKey> line = new LinkedHashSet<>();
            for (Optional<TaskKey> at = Optional.of(key); at.filter(line::add).isPresent(); at = above(at.get())) {
                // A session that is its own ancestor ends the loop.
            }
            int depth = line.size();
            for (TaskKey ancestor : line) {
                depths.merge(ancestor, depth--, Math::max);
            }
        }
        return depths.keySet().stream()
                .sorted(Comparator.comparing(depths::get).reversed())
                .toList();
    }

    private Optional<TaskKey> above(TaskKey key) {
        return kept ? store.find(key).flatMap(AgentTask::parentKey) : Optional.empty();
    }
}
