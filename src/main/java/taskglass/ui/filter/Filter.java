package taskglass.ui.filter;

import taskglass.task.status.AgentTask;

/** Decides which tasks are shown. */
public record Filter(Segment segment, Query query) {
    public static final Filter NONE = new Filter(Segment.ALL, Query.EVERYTHING);

    public boolean matches(AgentTask task) {
        return segment.has(task.status()) && query.matches(task);
    }
}
