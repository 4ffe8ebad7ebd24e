package taskglass.ui.table.tree;

import java.util.Optional;
import taskglass.task.Usage;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;

/**
 * The totals of a task and all its descendants.
 * @param tasks the number of tasks
 * @param working how many of them are at work
 * @param workingBelow the same without the task itself
 * @param calls tool calls of their latest runs
 * @param usage tokens and dollars of their latest runs
 * @param exact whether no call and no usage can be missing; otherwise both are lower bounds
 */
public record TaskSum(int tasks, int working, int workingBelow, int calls, Usage usage, boolean exact) {
    static final TaskSum NOTHING = new TaskSum(0, 0, 0, 0, Usage.NONE, true);

    public static TaskSum of(AgentTask task) {
        Optional<ToolTally> tally = task.run().map(Run::tools);
        return new TaskSum(
                1,
                task.status().active() ? 1 : 0,
                0,
                tally.map(ToolTally::count).orElse(0),
                tally.map(ToolTally::spent).orElse(Usage.NONE),
                tally.map(ToolTally::exact).orElse(true));
    }

    public TaskSum plus(TaskSum other) {
        return new TaskSum(
                tasks + other.tasks,
                working + other.working,
                workingBelow + other.working,
                calls + other.calls,
                usage.plus(other.usage),
                exact && other.exact);
    }

    /** The totals in the form used by other packages. */
    public TreeSum tree() {
        return new TreeSum(tasks, calls, usage, exact);
    }

    /** The number of tasks below the first. */
    public int below() {
        return tasks - 1;
    }
}
