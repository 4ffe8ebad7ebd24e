package taskglass.ui.table;

import java.util.List;
import java.util.function.Consumer;
import taskglass.task.AgentTask;

/**
 * What a person may do with rows.
 *
 * @param cancel stops these tasks
 * @param copy puts a text on the clipboard
 * @param launchChild opens the launch dialog with this task as the parent
 */
public record TaskActions(Consumer<List<AgentTask>> cancel, Consumer<String> copy, Consumer<AgentTask> launchChild) {}
