package taskglass.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import taskglass.engine.Engine;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.HealthNotes;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.task.store.Wakeup;

/** Waits until tasks have settled, each with every task below it, and returns each as it settles. */
final class SettlingWait {
    /** A task that is no longer waited for. {@code task} is empty if its session is gone. */
    record Settled(TaskKey key, Optional<AgentTask> task, int exit) {}

    private final SequencedSet<TaskKey> left;
    private final boolean untilBlocked;
    private final HealthNotes notes = new HealthNotes();

    /** With {@code untilBlocked}, the wait for all tasks ends as soon as one of them needs the user. */
    SettlingWait(List<TaskKey> tasks, boolean untilBlocked) {
        this.left = new LinkedHashSet<>(tasks);
        this.untilBlocked = untilBlocked;
    }

    /** Waits for the next task to settle; empty if none is left. Meanwhile reports server trouble to {@code person}. */
    Optional<Settled> next(ShellEngine shellEngine, Consumer<String> person) {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        shellEngine.query(engine -> {
            left.forEach(engine::requestReading); // their ends are read first
            return left;
        });
        Settled next = shellEngine.await(engine -> {
            notes.news(ShellEngine.health(engine)).forEach(person);
            return anySettled(engine);
        });
        left.remove(next.key());
        if (next.exit() == ExitCode.NEEDS_YOU) {
            left.clear();
        }
        return Optional.of(next);
    }

    private Optional<Settled> anySettled(Engine engine) {
        return left.stream()
                .flatMap(key -> settled(engine.store(), key).stream())
                .findFirst();
    }

    private Optional<Settled> settled(TaskStore store, TaskKey key) {
        Optional<AgentTask> task = store.find(key);
        if (task.isEmpty()) {
            return Optional.of(new Settled(key, task, ExitCode.CANCELLED));
        }
        Optional<AgentTask> asking = tree(store, task.get())
                .filter(any -> untilBlocked && any.status() == TaskStatus.NEEDS_YOU)
                .findFirst();
        if (asking.isPresent()) {
            return Optional.of(new Settled(key, asking, ExitCode.NEEDS_YOU));
        }
        return isOver(store, task.get()) ? Optional.of(new Settled(key, task, exit(task.get()))) : Optional.empty();
    }

    /** Whether nothing of the tree is running, or about to be woken by a child that worked in the background. */
    static boolean isOver(TaskStore store, AgentTask root) {
        return root.status().settled()
                && tree(store, root).noneMatch(any -> any.status().active() || isToBeWoken(store, any));
    }

    private static boolean isToBeWoken(TaskStore store, AgentTask task) {
        return Wakeup.since(store, task)
                .filter(since -> since.plus(Wakeup.LATEST).isAfter(store.now()))
                .isPresent();
    }

    private static Stream<AgentTask> tree(TaskStore store, AgentTask root) {
        return Stream.concat(
                Stream.of(root), store.children(root.key()).stream().flatMap(child -> tree(store, child)));
    }

    /** The exit code for the outcome of a settled task. */
    static int exit(AgentTask task) {
        return switch (task.status()) {
            case COMPLETED, IDLE -> ExitCode.OK;
            case FAILED -> ExitCode.FAILED;
            default -> ExitCode.CANCELLED;
        };
    }
}
