package taskglass.ui.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;

/**
 * What the table leaves to others.
 *
 * @param menu makes the context menu of a row, about these tasks
 * @param look hears which settled tasks have come into view whose tool calls are not all known
 * @param why tells the facts behind a task's status, a sentence each
 */
public record TaskActions(
        Function<Supplier<List<AgentTask>>, ContextMenu> menu,
        Consumer<TaskKey> look,
        Function<AgentTask, List<String>> why) {
    /** For a table that nobody uses. */
    public static final TaskActions NONE = new TaskActions(about -> new ContextMenu(), key -> {}, task -> List.of());
}
