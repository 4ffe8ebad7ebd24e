package taskglass.ui;

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
 * What the tasks' latest runs have cost, by the day on which they began, counted on with each difference. What earlier runs
 * of the same tasks cost is not in the book. What has retired from it was spent all the same.
 */
final class Spending {
    /** Sums of whole numbers do not drift. */
    private static final double MILLIONTHS = 1e6;

    private final ZoneId zone;
    private final Map<LocalDate, Long> days = new HashMap<>();

    Spending(TaskBook book, ZoneId zone) {
        this.zone = zone;
        book.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    void apply(BookDiff diff) {
        for (BookDiff.Entry entry : diff.entries()) {
            if (!diff.retired(entry.key())) {
                count(entry.before(), -1);
            }
            count(entry.after(), 1);
        }
    }

    /** In words; "" while nothing has been spent on that day. */
    String words(LocalDate today) {
        long spent = days.getOrDefault(today, 0L);
        return spent == 0 ? "" : Words.of("counts.today", Amounts.money(spent / MILLIONTHS));
    }

    private void count(Optional<AgentTask> task, int by) {
        task.flatMap(AgentTask::run).ifPresent(run -> days.merge(day(run), by * cost(run), Long::sum));
    }

    private LocalDate day(Run run) {
        return LocalDate.ofInstant(run.started(), zone);
    }

    private static long cost(Run run) {
        return Math.round(run.tools().spent().cost() * MILLIONTHS);
    }
}
