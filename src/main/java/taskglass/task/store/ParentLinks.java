package taskglass.task.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/**
 * Keeps the parent links reported by servers a set of trees. A link that would close a cycle is cut at the same session
 * in whatever order the cycle was reported. A link that would make a tree deeper than any real one is cut where it
 * arrives.
 */
record ParentLinks(TaskIndex index) {
    /** The maximum depth: many times what agents do, and small enough for recursive methods. */
    static final int DEEPEST = 64;

    private static final Comparator<AgentTask> BY_ID = Comparator.comparing(
                    (AgentTask task) -> task.key().session())
            .thenComparing(task -> task.key().server().url());

    /** The task that must lose its parent if this one is to have its own; empty if nothing is wrong. */
    Optional<AgentTask> surplus(AgentTask task) {
        List<AgentTask> line = new ArrayList<>(List.of(task));
        int links = 0;
        for (Optional<TaskKey> up = task.parentKey(); up.isPresent() && links < DEEPEST; links++) {
            if (up.get().equals(task.key())) {
                return line.stream().min(BY_ID);
            }
            Optional<AgentTask> above = up.flatMap(index::find);
            above.ifPresent(line::add);
            up = above.flatMap(AgentTask::parentKey);
        }
        return links + height(task) < DEEPEST ? Optional.empty() : Optional.of(task);
    }

    /** The number of levels of descendants. */
    private int height(AgentTask task) {
        int height = 0;
        List<AgentTask> level = index.children(task.key());
        while (!level.isEmpty() && height <= DEEPEST) {
            height++;
            level = level.stream()
                    .flatMap(child -> index.children(child.key()).stream())
                    .toList();
        }
        return height;
    }
}
