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
    private final Map<TaskKey, TaskJson> printed = new HashMap<>();

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
    public void open(TaskStore store) {
        store.tasks().forEach(task -> onDiff(store, task));
    }

    public void onDiff(TaskStore store, StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            entry.after().ifPresentOrElse(task -> onDiff(store, task), () -> printed.remove(entry.key()));
        }
        if (diff.serversChanged()) {
            considerWhatIsAtWork(store);
        }
    }

    /** While a server does not answer, the status of its active tasks is not confirmed. */
    private void considerWhatIsAtWork(TaskStore store) {
        List.copyOf(printed.keySet()).stream()
                .flatMap(key -> store.find(key).stream())
                .filter(task -> task.status().active())
                .forEach(task -> onDiff(store, task));
    }

    private void onDiff(TaskStore store, AgentTask task) {
        TaskJson now = TaskJson.of(store, task, clock.instant());
        TaskJson before = printed.get(task.key());
        boolean news = before == null ? isOfInterest(store, task) : now.isNewsAfter(before);
        if (news) {
            printed.put(task.key(), now);
            reader.accept(task.key(), now);
        }
    }

    private boolean isOfInterest(TaskStore store, AgentTask task) {
        boolean began = task.started().filter(at -> !at.isBefore(begun)).isPresent();
        return all || began || task.status().active() || store.wasObserved(task);
    }
}
