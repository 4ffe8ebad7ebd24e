package taskglass.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.Run;
import taskglass.task.TaskBook;
import taskglass.words.Amounts;
import taskglass.words.Words;

/**
 * What the tasks' runs have cost, by the day on which they began, counted on with each difference. What earlier runs of the
 * same tasks cost is not in the book, unless they came and went before our eyes: then it was spent all the same, as is what
 * has retired. A day of which not everything has been read has cost more than that, or as much.
 */
final class Spending {
    /** Sums of whole numbers do not drift. */
    private static final double MILLIONTHS = 1e6;

    private final ZoneId zone;
    private final TaskBook book;
    private final Map<LocalDate, Long> days = new HashMap<>();
    /** How many tasks of a day may have cost more than is known. */
    private final Map<LocalDate, Integer> unread = new HashMap<>();

    Spending(TaskBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
        book.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
            if (!diff.retired(entry.key()) && !beganAnew(entry)) {
                count(entry.before(), -1);
            }
            count(entry.after(), 1);
        }
    }

    /** In words; "" while nothing has been spent on that day. */
    String words(LocalDate today) {
        long spent = days.getOrDefault(today, 0L);
        String words = unread.getOrDefault(today, 0) > 0 ? "counts.today.at.least" : "counts.today";
        return spent == 0 ? "" : Words.of(words, Amounts.money(spent / MILLIONTHS));
    }

    private static boolean beganAnew(BookDiff.Entry entry) {
        Optional<Run> now = entry.after().flatMap(AgentTask::run);
        return entry.before()
                .flatMap(AgentTask::run)
                .filter(before ->
                        now.filter(run -> run.beganAfter(before.newest())).isPresent())
                .isPresent();
    }

    /** Of what was heard from the beginning all is known, be it that its server will be asked once more. */
    private boolean mayBeMore(AgentTask task) {
        return task.run().map(run -> !run.tools().whole()).orElseGet(() -> !book.isRead(task));
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
