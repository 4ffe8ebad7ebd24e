package taskglass.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.Notice;
import taskglass.task.Run;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;

/**
 * Decides what deserves telling: a run that went on in our sight, once, when it and every descendant have settled.
 * Subagents are told of with their root; what was launched from here is told of by itself, whatever its parent does.
 */
final class Notices {
    /** How long after its children's end an agent may be left asleep: the plugin takes eleven seconds. */
    private static final Duration UNTIL_WOKEN = Duration.ofSeconds(30);

    private final TaskBook book;
    private final Consumer<Notice> tell;

    /** The newest message of each session when it was told of: what began later is news, however late we hear of it. */
    private final Map<String, String> toldTo = new HashMap<>();

    /** Since when each has been held back, although its tree has settled: it is about to be woken. */
    private final Map<TaskKey, Instant> held = new HashMap<>();

    Notices(TaskBook book, Consumer<Notice> tell) {
        this.book = book;
        this.tell = tell;
    }

    void consider(BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
            if (diff.retired(entry.key())) {
                toldTo.remove(name(entry.key()));
            } else if (entry.after().isEmpty()) {
                considerAround(entry);
            } else if (entry.newStatus().isPresent() || isOtherRun(entry)) {
                tellFrom(top(entry.after().get()));
            }
        }
        List.copyOf(held.keySet()).stream()
                .flatMap(key -> book.find(key).stream())
                .forEach(this::tellFrom);
    }

    /** A row that went may be the last that its parent waited for, or have held back those below it. */
    private void considerAround(BookDiff.Entry gone) {
        gone.before().flatMap(book::parent).ifPresent(parent -> tellFrom(top(parent)));
        book.children(gone.key()).forEach(child -> tellFrom(top(child)));
    }

    /** Whether a run came and went between two looks. */
    private static boolean isOtherRun(BookDiff.Entry entry) {
        Optional<Run> before = entry.before().flatMap(AgentTask::run);
        Optional<Run> after = entry.after().flatMap(AgentTask::run);
        return !before.map(Run::newest).equals(after.map(Run::newest))
                || !before.map(run -> run.first().id())
                        .equals(after.map(run -> run.first().id()));
    }

    private AgentTask top(AgentTask task) {
        return task.launch().isPresent()
                ? task
                : book.parent(task).map(this::top).orElse(task);
    }

    /** What is at work holds back all below it. */
    private void tellFrom(AgentTask task) {
        if (task.status().active() || isHeld(task)) {
            return;
        }
        if (!isNews(task)) {
            book.children(task.key()).stream()
                    .filter(child -> child.launch().isEmpty())
                    .forEach(this::tellFrom);
        } else if (isSettledTree(task)) {
            remember(task);
            tell.accept(new Notice(task));
        }
    }

    /** A child that works in the background wakes its parent when it has ended, which is the end that matters. */
    private boolean isHeld(AgentTask task) {
        boolean toBeWoken = task.status() == TaskStatus.COMPLETED
                && book.children(task.key()).stream().anyMatch(child -> isToWake(child, task));
        if (!toBeWoken || !isSettledTree(task)) {
            held.remove(task.key());
            return false;
        }
        Instant since = held.computeIfAbsent(task.key(), _ -> book.now());
        if (since.plus(UNTIL_WOKEN).isAfter(book.now())) {
            return true;
        }
        held.remove(task.key());
        return false;
    }

    private static boolean isToWake(AgentTask child, AgentTask parent) {
        Instant ended = parent.ended().orElse(Instant.MAX);
        return child.inBackground() && child.ended().filter(ended::isBefore).isPresent();
    }

    /** One session of one database, whichever of its servers tells of it; ids of another server are another's. */
    private String name(TaskKey key) {
        return key.session() + " " + book.database(key.server());
    }

    private boolean isNews(AgentTask task) {
        String told = toldTo.get(name(task.key()));
        boolean isNew =
                told == null || task.run().filter(run -> run.beganAfter(told)).isPresent();
        return isNew && task.status().settled() && book.inSight(task);
    }

    private boolean isSettledTree(AgentTask task) {
        return !task.status().active() && book.children(task.key()).stream().allMatch(this::isSettledTree);
    }

    private void remember(AgentTask task) {
        toldTo.put(name(task.key()), task.run().map(Run::newest).orElse(""));
        book.children(task.key()).stream()
                .filter(child -> child.launch().isEmpty())
                .forEach(this::remember);
    }
}
