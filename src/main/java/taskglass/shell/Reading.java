package taskglass.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.engine.Engine;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;

/** Waits until what is to be shown has been read. */
record Reading(Lookout lookout, Clock clock) {
    /** How long is waited before things are shown as far as they are known. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** No more than the engine keeps in mind as looked at. */
    private static final int AT_ONCE = 50;

    /** What runs in another process shows by a sign of life now and then. */
    private static final Duration LATELY = Duration.ofHours(1);

    /** The same for one task: it is read whole. */
    void await(TaskKey task) {
        lookout.ask(engine -> {
            engine.look(task);
            return task;
        });
        lookout.await(
                PATIENCE,
                engine -> Optional.of(engine.book())
                        .filter(book -> book.find(task).map(book::isRead).orElse(true)));
    }

    /** Has the runs read of all that have others below them, as far as they can be: what these are called stands there. */
    void awaitParents() {
        lookout.await(PATIENCE, engine -> {
            List<AgentTask> open = engine.book().tasks().stream()
                    .filter(task -> !engine.book().children(task.key()).isEmpty())
                    .filter(task -> !engine.book().isRead(task))
                    .toList();
            open.stream().limit(AT_ONCE).map(AgentTask::key).forEach(engine::look);
            return Optional.of(true).filter(all -> open.isEmpty());
        });
    }

    /** Those that could not be read: as the servers are heard of, what they list is read at once. */
    List<TaskKey> await(Shown shown) {
        Instant lately = clock.instant().minus(LATELY);
        lookout.awaitBegun(PATIENCE, engine -> {
            List<TaskKey> unread = unread(engine, shown, lately);
            engine.readings().read(unread);
            boolean heard = Lookout.heard(engine);
            return heard && unread.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        return lookout.ask(engine -> shown.unread(engine, lately));
    }

    private static List<TaskKey> unread(Engine engine, Shown shown, Instant lately) {
        return shown.unread(engine, lately).stream()
                .filter(task -> !engine.readings().refused(task))
                .toList();
    }
}
