package taskglass.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import taskglass.engine.Engine;
import taskglass.task.AgentTask;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;

/** Waits until tasks have settled, each with every task below it, and returns each as it settles. */
final class Settling {
    /** A task that is no longer waited for. {@code task} is empty if its session is gone. */
    record Settled(TaskKey key, Optional<AgentTask> task, int exit) {}

    private final SequencedSet<TaskKey> left;
    private final boolean untilBlocked;
    private final HealthNotes notes = new HealthNotes();

    /** With {@code untilBlocked}, the wait for all tasks ends as soon as one of them needs the user. */
    Settling(List<TaskKey> tasks, boolean untilBlocked) {
        this.left = new LinkedHashSet<>(tasks);
        this.untilBlocked = untilBlocked;
    }

    /** Waits for the next task to settle; empty if none is left. Meanwhile reports server trouble to {@code person}. */
    Optional<Settled> next(Lookout lookout, Consumer<String> person) {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        lookout.ask(engine -> {
            left.forEach(engine::look); // their ends are read first
            return left;
        });
        Settled next = lookout.await(engine -> {
            notes.news(Lookout.health(engine)).forEach(person);
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
                .flatMap(key -> settled(engine.book(), key).stream())
                .findFirst();
    }

    private Optional<Settled> settled(TaskBook book, TaskKey key) {
        Optional<AgentTask> task = book.find(key);
        if (task.isEmpty()) {
            return Optional.of(new Settled(key, task, ExitCode.CANCELLED));
        }
        Optional<AgentTask> asking = tree(book, task.get())
                .filter(any -> untilBlocked && any.status() == TaskStatus.NEEDS_YOU)
                .findFirst();
        if (asking.isPresent()) {
            return Optional.of(new Settled(key, asking, ExitCode.NEEDS_YOU));
        }
        boolean over = task.get().status().settled()
                && tree(book, task.get()).noneMatch(any -> any.status().active());
        return over ? Optional.of(new Settled(key, task, exit(task.get()))) : Optional.empty();
    }

    private static Stream<AgentTask> tree(TaskBook book, AgentTask root) {
        return Stream.concat(Stream.of(root), book.children(root.key()).stream().flatMap(child -> tree(book, child)));
    }

    private static int exit(AgentTask task) {
        return switch (task.status()) {
            case COMPLETED -> ExitCode.OK;
            case FAILED -> ExitCode.FAILED;
            default -> ExitCode.CANCELLED;
        };
    }
}
