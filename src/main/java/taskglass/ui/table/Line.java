package taskglass.ui.table;

import taskglass.task.AgentTask;

/** What a row shows: a task with the sum of all below it, or the name of a group with the sum of its tasks. */
sealed interface Line {
    Sum sum();

    /** {@code sum} counts the task itself; below it nothing while the table is flat. */
    record OfTask(AgentTask task, Sum sum) implements Line {}

    record OfGroup(Grouping.Group group, Sum sum) implements Line {}
}
