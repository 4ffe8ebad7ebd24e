package taskglass.task;

import java.util.List;

/**
 * What the latest runs of a task and of all below it come to.
 *
 * @param exact whether nothing can be missing; otherwise all are lower bounds
 */
public record TreeSum(int tasks, int calls, Usage usage, boolean exact) {
    /** Of the task as it stands in the book. */
    public static TreeSum of(TaskBook book, AgentTask task) {
        TreeSum sum = own(task);
        for (AgentTask child : book.children(task.key())) {
            sum = sum.plus(of(book, child));
        }
        return sum;
    }

    /** Of these tasks alone. */
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
