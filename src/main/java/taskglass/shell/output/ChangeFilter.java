package taskglass.shell.output;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/**
 * Decides which changes of tasks produce a line: those that add something to the lines so far. An old task of which
 * only more became known is not news, unless all tasks were requested.
 */
public final class ChangeFilter {
    private final Clock clock;
    private final boolean all;
    private final BiConsumer<TaskKey, TaskJson> reader;
    private final Instant begun;
    private final Map<TaskKey, TaskJson> told = new HashMap<>();

    /**
     * {@code begun} is when watching began. A run that started since then is news, however late it is first reported.
     */
    public ChangeFilter(Clock clock, Instant begun, boolean all, BiConsumer<TaskKey, TaskJson> reader) {
        this.clock = clock;
        this.all = all;
        this.reader = reader;
        this.begun = begun;
    }

    /** Reports the current state. */
    public void open(TaskStore book) {
        book.tasks().forEach(task -> onDiff(book, task));
    }

    public void onDiff(TaskStore book, StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            entry.after().ifPresentOrElse(task -> onDiff(book, task), () -> told.remove(entry.key()));
        }
        if (diff.serversChanged()) {
            considerWhatIsAtWork(book);
        }
    }

    /** While a server does not answer, the status of its active tasks is not confirmed. */
    private void considerWhatIsAtWork(TaskStore book) {
        List.copyOf(told.keySet()).stream()
                .flatMap(key -> book.find(key).stream())
                .filter(task -> task.status().active())
                .forEach(task -> onDiff(book, task));
    }

    private void onDiff(TaskStore book, AgentTask task) {
        TaskJson now = TaskJson.of(book, task, clock.instant());
        TaskJson before = told.get(task.key());
        boolean news = before == null ? isOfInterest(book, task) : now.isNewsAfter(before);
        if (news) {
            told.put(task.key(), now);
            reader.accept(task.key(), now);
        }
    }

    private boolean isOfInterest(TaskStore book, AgentTask task) {
        boolean began = task.started().filter(at -> !at.isBefore(begun)).isPresent();
        return all || began || task.status().active() || book.wasObserved(task);
    }
}
