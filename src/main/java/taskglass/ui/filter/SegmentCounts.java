package taskglass.ui.filter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadNeeds;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** The number of tasks per segment that match a query, updated with each store diff. */
public final class SegmentCounts {
    private final TaskStore store;
    private final Map<Segment, Integer> counts = new EnumMap<>(Segment.class);
    private int unread;
    private Query query = Query.EVERYTHING;

    public SegmentCounts(TaskStore store) {
        this.store = store;
        recount(query);
    }

    /** Counts the matches of another query. */
    public void recount(Query now) {
        query = now;
        counts.clear();
        unread = 0;
        store.tasks().forEach(task -> count(Optional.of(task), 1));
    }

    /** Applies a store diff. Returns whether any count has changed. */
    public boolean apply(StoreDiff diff) {
        Map<Segment, Integer> before = Map.copyOf(counts);
        int unreadBefore = unread;
        for (StoreDiff.Entry entry : diff.entries()) {
            count(entry.before(), -1);
            count(entry.after(), 1);
        }
        return !counts.equals(before) || unread != unreadBefore;
    }

    public int of(Segment segment) {
        return counts.getOrDefault(segment, 0);
    }

    /**
     * Whether the count is complete. What needs the user, and what runs, is listed; how a task ended must be read task by
     * task.
     */
    public boolean isComplete(Segment segment) {
        return switch (segment) {
            case ALL, NEEDS_YOU, RUNNING -> true;
            case DONE, STOPPED, FAILED -> unread == 0;
        };
    }

    private void count(Optional<AgentTask> task, int by) {
        task.filter(query::matches).ifPresent(matching -> {
            counts.merge(Segment.ALL, by, Integer::sum);
            unread += ReadNeeds.statusUnread(matching) ? by : 0;
            Segment own = Segment.of(matching.status());
            if (own != Segment.ALL) {
                counts.merge(own, by, Integer::sum);
            }
        });
    }
}
