package taskglass.task.store;

import java.util.List;
import taskglass.task.Usage;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;

/**
 * The sum over the latest runs of a task and all its descendants.
 *
 * @param exact whether nothing can be missing; otherwise all values are lower bounds
 */
public record TreeSum(int tasks, int calls, Usage usage, boolean exact) {
    /** Returns the sum for the tree of a task in the store. */
    public static TreeSum of(TaskStore store, AgentTask task) {
        TreeSum sum = own(task);
        for (AgentTask child : store.children(task.key())) {
            sum = sum.plus(of(store, child));
        }
        return sum;
    }

    /** Returns the sum for these tasks alone. */
    public static TreeSum of(List<AgentTask> tasks) {
        return tasks.stream().map(TreeSum::own).reduce(new TreeSum(0, 0, Usage.NONE, true), TreeSum::plus);
    }

    private static TreeSum own(AgentTask task) {
        return task.run()
                .map(Run::tools)
                .map(tools -> new TreeSum(1, tools.count(), tools.spent(), tools.exact()))
                .orElse(new TreeSum(1, 0, Usage.NONE, true));
    }

    private TreeSum plus(TreeSum other) {
        return new TreeSum(tasks + other.tasks, calls + other.calls, usage.plus(other.usage), exact && other.exact);
    }
}
