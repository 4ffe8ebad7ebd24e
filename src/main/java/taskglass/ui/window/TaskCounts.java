package taskglass.ui.window;

import java.util.Optional;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.text.Texts;
import taskglass.ui.filter.Segment;

/** The number of tasks and of running tasks, updated with each store diff. */
final class TaskCounts {
    private int tasks;
    private int running;
    private boolean olderLeft;

    TaskCounts(TaskStore store) {
        store.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            count(entry.before(), -1);
            count(entry.after(), 1);
        }
        olderLeft |= diff.anyRetired();
    }

    int tasks() {
        return tasks;
    }

    /**
     * Counts as running what the filter segment of that name contains. Tasks waiting for the user are counted by their
     * own segment only.
     */
    String text() {
        return Texts.of(olderLeft ? "counts.newest" : "counts", running, tasks);
    }

    private void count(Optional<AgentTask> task, int by) {
        tasks += task.isPresent() ? by : 0;
        running += task.filter(t -> Segment.RUNNING.has(t.status())).isPresent() ? by : 0;
    }
}
