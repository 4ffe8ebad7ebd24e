package taskglass.ui;

import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.TaskBook;
import taskglass.ui.words.Words;

/** How many tasks there are and how many are at work, counted on with each difference. */
final class Counts {
    private int tasks;
    private int active;

    Counts(TaskBook book) {
        book.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
            count(entry.before(), -1);
            count(entry.after(), 1);
        }
    }

    int tasks() {
        return tasks;
    }

    int active() {
        return active;
    }

    String words() {
        return Words.of("counts", active, tasks);
    }

    private void count(Optional<AgentTask> task, int by) {
        tasks += task.isPresent() ? by : 0;
        active += task.filter(t -> t.status().active()).isPresent() ? by : 0;
    }
}
