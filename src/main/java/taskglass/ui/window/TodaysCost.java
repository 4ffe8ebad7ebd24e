package taskglass.ui.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.text.Amounts;
import taskglass.text.Texts;

/**
 * The cost of the tasks' runs per day on which they began, updated with each store diff. The store keeps only the
 * latest run of a task, so earlier runs count only if they were seen while Taskglass was running. Their cost stays in
 * the sum, as does that of retired tasks. If not everything of a day has been read, its sum is a lower bound.
 */
final class TodaysCost {
    /** Sums of whole numbers do not drift. */
    private static final double MILLIONTHS = 1e6;

    private final ZoneId zone;
    private final TaskStore store;
    private final Map<LocalDate, Long> days = new HashMap<>();
    /** The number of tasks per day that may have cost more than is known. */
    private final Map<LocalDate, Integer> unread = new HashMap<>();

    TodaysCost(TaskStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
        store.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            if (!diff.retired(entry.key()) && !beganAnew(entry)) {
                count(entry.before(), -1);
            }
            count(entry.after(), 1);
        }
    }

    /** Returns the text for a day; "" if nothing was spent on it. */
    String text(LocalDate today) {
        long spent = days.getOrDefault(today, 0L);
        String words = unread.getOrDefault(today, 0) > 0 ? "counts.today.at.least" : "counts.today";
        return spent == 0 ? "" : Texts.of(words, Amounts.money(spent / MILLIONTHS));
    }

    private static boolean beganAnew(StoreDiff.Entry entry) {
        Optional<Run> now = entry.after().flatMap(AgentTask::run);
        return entry.before()
                .flatMap(AgentTask::run)
                .filter(before ->
                        now.filter(run -> run.beganAfter(before.newest())).isPresent())
                .isPresent();
    }

    /** A run that was received from its beginning is completely known, even if its server will be asked once more. */
    private boolean mayBeMore(AgentTask task) {
        return task.run().map(run -> !run.tools().whole()).orElseGet(() -> !store.isRead(task));
    }

    private void count(Optional<AgentTask> task, int by) {
        task.flatMap(AgentTask::run).ifPresent(run -> days.merge(day(run.started()), by * cost(run), Long::sum));
        task.filter(this::mayBeMore).ifPresent(known -> unread.merge(day(known.recency()), by, Integer::sum));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static long cost(Run run) {
        return Math.round(run.tools().spent().cost() * MILLIONTHS);
    }
}
