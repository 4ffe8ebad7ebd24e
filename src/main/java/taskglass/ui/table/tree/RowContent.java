package taskglass.ui.table.tree;

import taskglass.task.status.AgentTask;

/** The content of a row: a task with the sum of its subtree, or a group name with the sum of its tasks. */
public sealed interface RowContent {
    TaskSum sum();

    /** {@code sum} counts the task itself. If the table is flat it does not count descendants. */
    record OfTask(AgentTask task, TaskSum sum) implements RowContent {}

    /** {@code parent} is as much of the path as tells the group apart from others of the same name; usually "". */
    record OfGroup(Grouping.Group group, String parent, TaskSum sum) implements RowContent {}
}
