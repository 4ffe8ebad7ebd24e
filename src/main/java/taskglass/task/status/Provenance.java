package taskglass.task.status;

import java.time.Instant;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;

/** How a task's status is known, and up to what time that knowledge is valid. */
public record Provenance(Source source, Instant at) {
    public enum Source {
        /** The event stream reported something about it after the last listing. */
        STREAM,
        /** The last listing reported it, or contained nothing newer. */
        LISTING,
        /** No server reports it. It is inferred from its messages and their times. */
        INFERRED,
        /** Its server reports that it works on it, but refuses a list that would show whether it waits for the user. */
        UNCONFIRMED,
        /** Its server has not confirmed it lately, because it does not answer. */
        STALE
    }

    public static Provenance of(AgentTask task, ServerHealth health) {
        Instant lastEvent = task.presence().lastEvent();
        Instant listed = health.listed().orElse(Instant.EPOCH);
        boolean streamed = lastEvent.isAfter(listed);
        Instant at = streamed ? lastEvent : listed;
        if (health.state() == ServerHealth.ConnectionState.CONNECTING
                || (health.trouble().isPresent() && !health.streaming())) {
            return new Provenance(Source.STALE, at);
        }
        if (inferred(task)) {
            return new Provenance(Source.INFERRED, at);
        }
        if (isUnconfirmed(task, health)) {
            return new Provenance(Source.UNCONFIRMED, at);
        }
        return new Provenance(streamed ? Source.STREAM : Source.LISTING, at);
    }

    private static boolean isUnconfirmed(AgentTask task, ServerHealth health) {
        return task.status().active()
                && task.status() != TaskStatus.NEEDS_YOU
                && !health.refused(task.session().directory()).isEmpty();
    }

    /** Whether no server reports its status, so that it is inferred from its messages and their times. */
    private static boolean inferred(AgentTask task) {
        boolean reported = task.run().flatMap(Run::outcome).isPresent();
        return task.elsewhere() || (task.status().settled() && !task.deleted() && !reported);
    }
}
