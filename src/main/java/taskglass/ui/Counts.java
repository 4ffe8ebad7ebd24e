package taskglass.ui;

import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.TaskBook;
import taskglass.ui.filter.Segment;
import taskglass.words.Words;

/** The number of tasks and of running tasks, updated with each store diff. */
final class Counts {
    private int tasks;
    private int running;
    private boolean olderLeft;

    Counts(TaskBook book) {
        book.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
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
    String words() {
        return Words.of(olderLeft ? "counts.newest" : "counts", running, tasks);
    }

    private void count(Optional<AgentTask> task, int by) {
        tasks += task.isPresent() ? by : 0;
        running += task.filter(t -> Segment.RUNNING.has(t.status())).isPresent() ? by : 0;
    }
}
