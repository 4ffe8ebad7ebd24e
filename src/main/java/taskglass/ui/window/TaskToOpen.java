package taskglass.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.engine.Engine;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/** Opens the task with an id that came from outside, as soon as a server has reported it. */
final class TaskToOpen {
    private final Engine engine;
    private final Consumer<TaskKey> go;
    private Optional<String> wanted = Optional.empty();

    TaskToOpen(Engine engine, Consumer<TaskKey> go) {
        this.engine = engine;
        this.go = go;
        engine.onDiff(diff -> look());
    }

    /** Takes the place of an id that no task has had so far. {@code id} may be the unique beginning of an id. */
    void open(String id) {
        wanted = Optional.of(id);
        look();
    }

    private void look() {
        wanted.flatMap(this::find).ifPresent(task -> {
            wanted = Optional.empty();
            go.accept(task);
        });
    }

    private Optional<TaskKey> find(String id) {
        List<AgentTask> all = engine.store().tasks().stream()
                .filter(task -> task.key().session().startsWith(id)
                        || task.backgroundId().startsWith(id))
                .toList();
        Optional<AgentTask> exact = all.stream()
                .filter(task ->
                        task.key().session().equals(id) || task.backgroundId().equals(id))
                .findFirst();
        return exact.or(() -> all.stream().findFirst().filter(only -> all.size() == 1))
                .map(AgentTask::key);
    }
}
