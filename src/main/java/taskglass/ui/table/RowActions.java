package taskglass.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/**
 * Callbacks for what the table does not do itself.
 * @param menu creates the context menu of a row, for these tasks
 * @param look receives settled tasks that have come into view and whose tool calls are not all known
 * @param why returns the facts behind a task's status, one sentence each
 * @param quiet returns for how long a task has shown no activity, if the user wants to see that
 */
public record RowActions(
        Function<Supplier<List<AgentTask>>, ContextMenu> menu,
        Consumer<TaskKey> look,
        Function<AgentTask, List<String>> why,
        BiFunction<AgentTask, Instant, Optional<Duration>> quiet) {
    /** Does nothing, for a table that nobody uses. */
    public static final RowActions NONE =
            new RowActions(about -> new ContextMenu(), key -> {}, task -> List.of(), (task, now) -> Optional.empty());
}
