package taskglass.ui.table;

import taskglass.task.AgentTask;

/** The content of a row: a task with the sum of its subtree, or a group name with the sum of its tasks. */
sealed interface Line {
    Sum sum();

    /** {@code sum} counts the task itself. If the table is flat it does not count descendants. */
    record OfTask(AgentTask task, Sum sum) implements Line {}

    record OfGroup(Grouping.Group group, Sum sum) implements Line {}
}
