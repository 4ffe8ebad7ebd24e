package taskglass.task.store;

import java.util.Optional;
import taskglass.task.status.AgentTask;

/**
 * A notice about a task, with the task as it was when it and all its descendants had settled.
 *
 * @param before the outcome that was told of the same run before, which has become wrong
 */
public record Notice(AgentTask task, Optional<String> before) {
    public Notice(AgentTask task) {
        this(task, Optional.empty());
    }
}
