package taskglass.ui.toast;

import java.util.function.Consumer;
import java.util.function.Predicate;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/**
 * What a toast needs from the window.
 *
 * @param show selects a task
 * @param copy puts a text on the clipboard
 * @param retry sends a task's last prompt again
 * @param inView whether the user is looking at a task, so that there is no need to tell
 * @param leave takes the focus from a toast that goes
 */
public record ToastActions(
        Consumer<TaskKey> show,
        Consumer<String> copy,
        Consumer<AgentTask> retry,
        Predicate<TaskKey> inView,
        Runnable leave) {}
