package taskglass.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * Decides which changes of tasks produce a line: those that add something to the lines so far. An old task of which
 * only more became known is not news, unless all tasks were requested.
 */
final class News {
    private final Clock clock;
    private final boolean all;
    private final BiConsumer<TaskKey, TaskJson> reader;
    private final Instant begun;
    private final Map<TaskKey, TaskJson> told = new HashMap<>();

    /**
     * {@code begun} is when watching began. A run that started since then is news, however late it is first reported.
     */
    News(Clock clock, Instant begun, boolean all, BiConsumer<TaskKey, TaskJson> reader) {
        this.clock = clock;
        this.all = all;
        this.reader = reader;
        this.begun = begun;
    }

    /** Reports the current state. */
    void open(TaskBook book) {
        book.tasks().forEach(task -> consider(book, task));
    }

    void consider(TaskBook book, BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
            entry.after().ifPresentOrElse(task -> consider(book, task), () -> told.remove(entry.key()));
        }
        if (diff.serversChanged()) {
            considerWhatIsAtWork(book);
        }
    }

    /** While a server does not answer, the status of its active tasks is not confirmed. */
    private void considerWhatIsAtWork(TaskBook book) {
        List.copyOf(told.keySet()).stream()
                .flatMap(key -> book.find(key).stream())
                .filter(task -> task.status().active())
                .forEach(task -> consider(book, task));
    }

    private void consider(TaskBook book, AgentTask task) {
        TaskJson now = TaskJson.of(book, task, clock.instant());
        TaskJson before = told.get(task.key());
        boolean news = before == null ? isOfInterest(book, task) : now.isNewsAfter(before);
        if (news) {
            told.put(task.key(), now);
            reader.accept(task.key(), now);
        }
    }

    private boolean isOfInterest(TaskBook book, AgentTask task) {
        boolean began = task.started().filter(at -> !at.isBefore(begun)).isPresent();
        return all || began || task.status().active() || book.inSight(task);
    }
}
