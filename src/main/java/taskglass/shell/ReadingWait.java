package taskglass.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.engine.Engine;
import taskglass.shell.output.TaskSelection;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/** Waits until the tasks to be shown have been read. */
record ReadingWait(ShellEngine shellEngine, Clock clock) {
    /** After this time, tasks are shown as far as they are known. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** No more than the engine remembers as viewed. */
    private static final int AT_ONCE = 50;

    /** A task that runs in another process shows activity within this time. */
    private static final Duration LATELY = Duration.ofHours(1);

    /** Waits until one task has been read completely. */
    void await(TaskKey task) {
        shellEngine.query(engine -> {
            engine.requestReading(task);
            return task;
        });
        shellEngine.await(
                PATIENCE,
                engine -> Optional.of(engine.store())
                        .filter(store -> store.find(task).map(store::isRead).orElse(true)));
    }

    /**
     * Waits until the runs of all tasks with children have been read, as far as possible: they contain the plugin's ids
     * of the children.
     */
    void awaitParents() {
        shellEngine.await(PATIENCE, engine -> {
            List<AgentTask> open = engine.store().tasks().stream()
                    .filter(task -> !engine.store().children(task.key()).isEmpty())
                    .filter(task -> !engine.store().isRead(task))
                    .toList();
            open.stream().limit(AT_ONCE).map(AgentTask::key).forEach(engine::requestReading);
            return Optional.of(true).filter(all -> open.isEmpty());
        });
    }

    /**
     * Reads what is to be shown, as soon as each server's listing arrives.
     *
     * @return the tasks that could not be read
     */
    List<TaskKey> await(TaskSelection taskSelection) {
        Instant lately = clock.instant().minus(LATELY);
        shellEngine.awaitBegun(PATIENCE, engine -> {
            List<TaskKey> unread = unread(engine, taskSelection, lately);
            engine.readings().read(unread);
            boolean ready = ShellEngine.isReady(engine) && !engine.recording().isAsking();
            return ready && unread.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        return shellEngine.query(engine -> taskSelection.unread(engine, lately));
    }

    private static List<TaskKey> unread(Engine engine, TaskSelection taskSelection, Instant lately) {
        return taskSelection.unread(engine, lately).stream()
                .filter(task -> !engine.readings().refused(task))
                .toList();
    }
}
