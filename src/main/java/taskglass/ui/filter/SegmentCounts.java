package taskglass.ui.filter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** The number of tasks per segment that match a query, updated with each store diff. */
public final class SegmentCounts {
    private final TaskStore store;
    private final Map<Segment, Integer> counts = new EnumMap<>(Segment.class);
    private Query query = Query.EVERYTHING;

    public SegmentCounts(TaskStore store) {
        this.store = store;
        recount(query);
    }

    /** Counts the matches of another query. */
    public void recount(Query now) {
        query = now;
        counts.clear();
        store.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    /** Applies a store diff. Returns whether any count has changed. */
    public boolean apply(StoreDiff diff) {
        Map<Segment, Integer> before = Map.copyOf(counts);
        for (StoreDiff.Entry entry : diff.entries()) {
            count(entry.before(), -1);
            count(entry.after(), 1);
        }
        return !counts.equals(before);
    }

    public int of(Segment segment) {
        return counts.getOrDefault(segment, 0);
    }

    private void count(Optional<AgentTask> task, int by) {
        task.filter(query::matches).ifPresent(matching -> {
            counts.merge(Segment.ALL, by, Integer::sum);
            Segment own = Segment.of(matching.status());
            if (own != Segment.ALL) {
                counts.merge(own, by, Integer::sum);
            }
        });
    }
}
