package taskglass.task.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.TaskKey;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;

/**
 * Evicts the oldest trees from the store once more tasks have settled than are kept. Their sessions stay on their
 * servers. A tree is evicted whole or not at all, and never while one of its tasks is at work.
 */
final class Eviction {
    /** Eviction looks at all tasks, so it runs only once there are one twentieth more than are kept. */
    private static final int SLACK = 20;

    private final TaskIndex index;
    private final int kept;
    private Optional<Instant> horizon = Optional.empty();

    Eviction(TaskIndex index, int kept) {
        this.index = index;
        this.kept = kept;
    }

    /**
     * Whether a listed session may enter the store. A full listing does not bring back an evicted session unless it
     * changed.
     */
    boolean accepts(SessionInfo session) {
        return horizon.filter(limit -> !session.updated().isAfter(limit)).isEmpty()
                || index.find(session.key()).isPresent()
                || session.parent().flatMap(index::find).isPresent();
    }

    /** Forgets the limit because there is space again: the next full listing may bring back evicted sessions. */
    void reset() {
        horizon = Optional.empty();
    }

    void evict(StoreDiff diff) {
        if (index.tasks().size() - kept <= kept / SLACK) {
            return;
        }
        List<Tree> newestFirst = new ArrayList<>(trees());
        newestFirst.sort(Comparator.comparing((Tree tree) -> tree.lastReport).reversed());
        int room = kept;
        for (Tree tree : newestFirst) {
            room -= tree.tasks.size();
            if (room < 0 && !tree.works) {
                leave(tree, diff);
            }
        }
    }

    private void leave(Tree tree, StoreDiff diff) {
        horizon = horizon.filter(limit -> limit.isAfter(tree.lastReport)).or(() -> Optional.of(tree.lastReport));
        tree.tasks.forEach(task -> index.evict(task.key(), diff));
    }

    private Collection<Tree> trees() {
        Map<TaskKey, Tree> trees = new HashMap<>();
        index.tasks()
                .forEach(task ->
                        trees.computeIfAbsent(root(task), root -> new Tree()).add(task));
        return trees.values();
    }

    private TaskKey root(AgentTask task) {
        AgentTask top = task;
        for (Optional<AgentTask> at = Optional.of(task);
                at.isPresent();
                at = top.parentKey().flatMap(index::find)) {
            top = at.get();
        }
        return top.key();
    }

    private static final class Tree {
        final List<AgentTask> tasks = new ArrayList<>();
        Instant lastReport = Instant.EPOCH;
        boolean works;

        void add(AgentTask task) {
            tasks.add(task);
            lastReport = task.lastReport().isAfter(lastReport) ? task.lastReport() : lastReport;
            works |= task.status().active();
        }
    }
}
