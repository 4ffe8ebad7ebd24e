package taskglass.ui.table;

import java.util.List;
import java.util.function.Consumer;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;

/**
 * What a person may do with rows.
 *
 * @param cancel stops these tasks
 * @param copy puts a text on the clipboard
 * @param launchChild opens the launch dialog with this task as the parent
 * @param look hears which settled tasks have come into view whose tool calls are not all known
 */
public record TaskActions(
        Consumer<List<AgentTask>> cancel,
        Consumer<String> copy,
        Consumer<AgentTask> launchChild,
        Consumer<TaskKey> look) {}
