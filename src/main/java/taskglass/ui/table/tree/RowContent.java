package taskglass.ui.table.tree;

import taskglass.task.status.AgentTask;

/** The content of a row: a task with the sum of its subtree, or a group name with the sum of its tasks. */
public sealed interface RowContent {
    TaskSum sum();

    /** {@code sum} counts the task itself. If the table is flat it does not count descendants. */
    record OfTask(AgentTask task, TaskSum sum) implements RowContent {}

    record OfGroup(Grouping.Group group, TaskSum sum) implements RowContent {}
}
