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
record ReadingWait(ShellEngine lookout, Clock clock) {
    /** After this time, tasks are shown as far as they are known. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** No more than the engine remembers as viewed. */
    private static final int AT_ONCE = 50;

    /** A task that runs in another process shows activity within this time. */
    private static final Duration LATELY = Duration.ofHours(1);

    /** Waits until one task has been read completely. */
    void await(TaskKey task) {
        lookout.ask(engine -> {
            engine.requestReading(task);
            return task;
        });
        lookout.await(
                PATIENCE,
                engine -> Optional.of(engine.book())
                        .filter(book -> book.find(task).map(book::isRead).orElse(true)));
    }

    /**
     * Waits until the runs of all tasks with children have been read, as far as possible: they contain the plugin's ids
     * of the children.
     */
    void awaitParents() {
        lookout.await(PATIENCE, engine -> {
            List<AgentTask> open = engine.book().tasks().stream()
                    .filter(task -> !engine.book().children(task.key()).isEmpty())
                    .filter(task -> !engine.book().isRead(task))
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
    List<TaskKey> await(TaskSelection shown) {
        Instant lately = clock.instant().minus(LATELY);
        lookout.awaitBegun(PATIENCE, engine -> {
            List<TaskKey> unread = unread(engine, shown, lately);
            engine.readings().read(unread);
            boolean heard = ShellEngine.isReady(engine);
            return heard && unread.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        return lookout.ask(engine -> shown.unread(engine, lately));
    }

    private static List<TaskKey> unread(Engine engine, TaskSelection shown, Instant lately) {
        return shown.unread(engine, lately).stream()
                .filter(task -> !engine.readings().refused(task))
                .toList();
    }
}
