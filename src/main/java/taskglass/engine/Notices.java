package taskglass.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.task.AgentTask;
import taskglass.task.AssistantMessage;
import taskglass.task.BookDiff;
import taskglass.task.Notice;
import taskglass.task.Run;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * Decides what deserves telling: a task that was at work in our sight, once, when it and every descendant have settled.
 * Subagents are told of with their root; what was launched from here is told of by itself, whatever its parent does.
 */
final class Notices {
    private final TaskBook book;
    private final Instant opened;
    private final Consumer<Notice> tell;
    private final Set<TaskKey> untold = new HashSet<>();

    Notices(TaskBook book, Instant opened, Consumer<Notice> tell) {
        this.book = book;
        this.opened = opened;
        this.tell = tell;
    }

    void consider(BookDiff diff) {
        diff.entries().forEach(this::remember);
        diff.entries().stream()
                .filter(entry -> entry.newStatus().isPresent() || isNewRun(entry))
                .flatMap(entry -> entry.after().stream())
                .forEach(this::tellIfSettled);
        // A row that went may be the last that its parent waited for.
        diff.entries().stream()
                .filter(entry -> entry.after().isEmpty())
                .flatMap(entry -> entry.before().flatMap(book::parent).stream())
                .forEach(this::tellIfSettled);
    }

    private void remember(BookDiff.Entry entry) {
        if (entry.after().isEmpty()) {
            untold.remove(entry.key());
        }
        entry.after().filter(task -> isNews(entry, task)).ifPresent(task -> untold.add(task.key()));
    }

    private boolean isNews(BookDiff.Entry entry, AgentTask task) {
        if (task.status().active()) {
            return true;
        }
        boolean settledNow = task.status().settled()
                && (isNewRun(entry)
                        || entry.before().isEmpty()
                        || entry.newStatus().isPresent());
        boolean corrected = entry.before().filter(was -> was.status().settled()).isPresent() && !isNewRun(entry);
        return settledNow && !corrected && task.ranSince(opened);
    }

    /** Whether a run came and went between two looks. */
    private static boolean isNewRun(BookDiff.Entry entry) {
        Optional<Instant> before = entry.before().flatMap(AgentTask::run).map(Run::started);
        Optional<Instant> after = entry.after().flatMap(AgentTask::run).map(Run::started);
        return before.isPresent() && after.isPresent() && after.get().isAfter(before.get()) && !sameEnd(entry);
    }

    /** Whether it is the same run, of which only the beginning was not known rightly. */
    private static boolean sameEnd(BookDiff.Entry entry) {
        Optional<String> before = last(entry.before());
        return before.isPresent() && before.equals(last(entry.after()));
    }

    private static Optional<String> last(Optional<AgentTask> task) {
        return task.flatMap(AgentTask::run).flatMap(Run::last).map(AssistantMessage::id);
    }

    private void tellIfSettled(AgentTask task) {
        AgentTask top = topOfUntold(task);
        if (untold.contains(top.key()) && settledTree(top) && ancestorsRest(top)) {
            forget(top);
            tell.accept(new Notice(top));
        }
    }

    private AgentTask topOfUntold(AgentTask task) {
        AgentTask top = task;
        for (AgentTask at = task; at.launch().isEmpty(); ) {
            Optional<AgentTask> parent = book.parent(at);
            if (parent.isEmpty()) {
                break;
            }
            at = parent.get();
            top = untold.contains(at.key()) ? at : top;
        }
        return top;
    }

    private boolean settledTree(AgentTask task) {
        return !task.status().active() && book.children(task.key()).stream().allMatch(this::settledTree);
    }

    private boolean ancestorsRest(AgentTask task) {
        return task.launch().isPresent()
                || book.parent(task)
                        .map(parent -> !parent.status().active() && ancestorsRest(parent))
                        .orElse(true);
    }

    private void forget(AgentTask task) {
        untold.remove(task.key());
        book.children(task.key()).stream()
                .filter(child -> child.launch().isEmpty())
                .forEach(this::forget);
    }
}
