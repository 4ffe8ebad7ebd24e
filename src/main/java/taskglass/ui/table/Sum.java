package taskglass.ui.table;

import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.Run;
import taskglass.task.ToolTally;
import taskglass.task.TreeSum;
import taskglass.task.Usage;

/**
 * The totals of a task and all its descendants.
 * @param tasks the number of tasks
 * @param working how many of them are at work
 * @param workingBelow the same without the task itself
 * @param calls tool calls of their latest runs
 * @param usage tokens and dollars of their latest runs
 * @param exact whether no call and no usage can be missing; otherwise both are lower bounds
 */
record Sum(int tasks, int working, int workingBelow, int calls, Usage usage, boolean exact) {
    static final Sum NOTHING = new Sum(0, 0, 0, 0, Usage.NONE, true);

    static Sum of(AgentTask task) {
        Optional<ToolTally> tally = task.run().map(Run::tools);
        return new Sum(
                1,
                task.status().active() ? 1 : 0,
                0,
                tally.map(ToolTally::count).orElse(0),
                tally.map(ToolTally::spent).orElse(Usage.NONE),
                tally.map(ToolTally::exact).orElse(true));
    }

    Sum plus(Sum other) {
        return new Sum(
                tasks + other.tasks,
                working + other.working,
                workingBelow + other.working,
                calls + other.calls,
                usage.plus(other.usage),
                exact && other.exact);
    }

    /** The totals in the form used by other packages. */
    TreeSum tree() {
        return new TreeSum(tasks, calls, usage, exact);
    }

    /** The number of tasks below the first. */
    int below() {
        return tasks - 1;
    }
}
