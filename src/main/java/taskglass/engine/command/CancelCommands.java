package taskglass.engine.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** Asks servers to stop the tasks that the user cancels, and checks the result after a while. */
public final class CancelCommands {
    private final TaskStore store;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final CancelTracker cancelTracker;

    public CancelCommands(TaskStore store, ServerMonitors monitors, CommandRunner commands, Inbox inbox, Clock clock) {
        this.store = store;
        this.monitors = monitors;
        this.commands = commands;
        this.cancelTracker = new CancelTracker(store, inbox, clock, this::abort);
    }

    public void cancel(List<TaskKey> tasks) {
        for (TaskKey key : tasks) {
            store.find(key).filter(AgentTask::stoppable).ifPresent(this::cancel);
        }
        commands.later(CancelState.PATIENCE, () -> cancelTracker.update(List.of()));
    }

    /** A command beside the runs is none: it stops, and how the run before it ended stays as it was. */
    private void cancel(AgentTask task) {
        if (task.status().active()) {
            cancelTracker.request(task);
        } else {
            abort(task);
        }
    }

    public void update(List<Change> batch) {
        cancelTracker.update(batch);
    }

    private void abort(AgentTask task) {
        Optional<ServerMonitor> watch = monitors.find(task.key().server());
        watch.ifPresent(known -> commands.abort(known.client(), task.session(), trouble -> {
            cancelTracker.answered(task.key(), trouble);
            if (trouble.isEmpty()) {
                known.pollSoon();
            }
        }));
    }

    public void close() {
        cancelTracker.close();
    }
}
