package taskglass.task;

import java.time.Instant;

/** How a task's status is known, and the time to which that knowledge reaches. */
public record Provenance(Source source, Instant at) {
    public enum Source {
        /** The event stream told something of it after the last listing. */
        STREAM,
        /** The last listing told it, or had nothing newer to tell. */
        LISTING,
        /** No server says so: it follows from what its messages and their times show. */
        INFERRED,
        /** Its server says that it works on it, and refuses a list that would tell whether it waits for a person. */
        UNCONFIRMED,
        /** Its server has not confirmed it lately: it does not answer. */
        STALE
    }

    static Provenance of(AgentTask task, ServerHealth health) {
        Instant heard = task.sight().heard();
        Instant listed = health.listed().orElse(Instant.EPOCH);
        boolean streamed = heard.isAfter(listed);
        Instant at = streamed ? heard : listed;
        if (health.word() == ServerHealth.Word.CONNECTING || (health.trouble().isPresent() && !health.streaming())) {
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

    /** Whether no server says how it stands, so that it is concluded from its messages and their times. */
    private static boolean inferred(AgentTask task) {
        boolean told = task.run().flatMap(Run::outcome).isPresent();
        return task.elsewhere() || (task.status().settled() && !task.deleted() && !told);
    }
}
