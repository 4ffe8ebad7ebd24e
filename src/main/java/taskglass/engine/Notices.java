package taskglass.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.task.store.Wakeup;

/**
 * Decides which notices to show. A run that Taskglass observed gets one notice, once it and all its descendants have
 * settled. Subagents are covered by the notice of their root. A task launched from here gets its own notice, whatever
 * its parent does.
 */
public final class Notices {
    private final TaskStore store;
    private final Consumer<Notice> tell;

    private final Map<String, Told> told = new HashMap<>();

    /**
     * The last notice of a session.
     *
     * @param newest the newest message then: what began after it is new, no matter how late it is received
     * @param first the first message of the run, "" if it was not known
     * @param status the outcome that was told
     */
    private record Told(String newest, String first, TaskStatus status) {
        static Told of(AgentTask task) {
            return new Told(task.run().map(Run::newest).orElse(""), first(task), task.status());
        }

        private static String first(AgentTask task) {
            return task.run().map(run -> run.first().id()).orElse("");
        }

        boolean isOfSameRun(AgentTask task) {
            return !first.isEmpty() && first.equals(first(task));
        }

        String outcome() {
            return status.name().toLowerCase(Locale.ROOT);
        }

        /** Whether there is another run since, or the outcome that was told has become wrong. */
        boolean isOutdatedBy(AgentTask task) {
            return isOfSameRun(task)
                    ? status != task.status()
                    : task.run().filter(run -> run.beganAfter(newest)).isPresent();
        }
    }

    /** Since when each task has been held back although its tree has settled: it is about to be woken. */
    private final Map<TaskKey, Instant> held = new HashMap<>();

    public Notices(TaskStore store, Consumer<Notice> tell) {
        this.store = store;
        this.tell = tell;
    }

    public void onDiff(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            if (diff.retired(entry.key())) {
                told.remove(name(entry.key()));
            } else if (entry.after().isEmpty()) {
                considerAround(entry);
            } else if (entry.newStatus().isPresent() || isOtherRun(entry)) {
                tellFrom(top(entry.after().get()));
            }
        }
        List.copyOf(held.keySet()).stream()
                .flatMap(key -> store.find(key).stream())
                .forEach(this::tellFrom);
    }

    /** A removed row may be the last that its parent waited for, or may have held back its children. */
    private void considerAround(StoreDiff.Entry gone) {
        gone.before().flatMap(store::parent).ifPresent(parent -> tellFrom(top(parent)));
        store.children(gone.key()).forEach(child -> tellFrom(top(child)));
    }

    /** Whether a run came and went between two listings. */
    private static boolean isOtherRun(StoreDiff.Entry entry) {
        Optional<Run> before = entry.before().flatMap(AgentTask::run);
        Optional<Run> after = entry.after().flatMap(AgentTask::run);
        return !before.map(Run::newest).equals(after.map(Run::newest))
                || !before.map(run -> run.first().id())
                        .equals(after.map(run -> run.first().id()));
    }

    private AgentTask top(AgentTask task) {
        return task.launch().isPresent()
                ? task
                : store.parent(task).map(this::top).orElse(task);
    }

    /** A running task holds back all its descendants. */
    private void tellFrom(AgentTask task) {
        if (task.status().active() || isHeld(task)) {
            return;
        }
        if (!isNews(task)) {
            store.children(task.key()).stream()
                    .filter(child -> child.launch().isEmpty())
                    .forEach(this::tellFrom);
        } else if (isSettledTree(task)) {
            Optional<String> wrong = Optional.ofNullable(told.get(name(task.key())))
                    .filter(before -> before.isOfSameRun(task))
                    .map(Told::outcome);
            remember(task);
            tell.accept(new Notice(task, wrong));
        }
    }

    /**
     * A child that works in the background wakes its parent when it has ended. The end of that later run is the one
     * that matters.
     */
    private boolean isHeld(AgentTask task) {
        if (Wakeup.since(store, task).isEmpty() || !isSettledTree(task)) {
            held.remove(task.key());
            return false;
        }
        Instant since = held.computeIfAbsent(task.key(), _ -> store.now());
        if (since.plus(Wakeup.LATEST).isAfter(store.now())) {
            return true;
        }
        held.remove(task.key());
        return false;
    }

    /**
     * Identifies one session of one database, whichever server reports it. The same id on a server with another
     * database is a different session.
     */
    private String name(TaskKey key) {
        return key.session() + " " + store.database(key.server());
    }

    private boolean isNews(AgentTask task) {
        Told previous = told.get(name(task.key()));
        boolean isNew = previous == null || previous.isOutdatedBy(task);
        return isNew && task.status().settled() && store.wasObserved(task);
    }

    private boolean isSettledTree(AgentTask task) {
        return !task.status().active() && store.children(task.key()).stream().allMatch(this::isSettledTree);
    }

    private void remember(AgentTask task) {
        told.put(name(task.key()), Told.of(task));
        store.children(task.key()).stream()
                .filter(child -> child.launch().isEmpty())
                .forEach(this::remember);
    }
}
