package taskglass.ui.attention;

import java.time.Instant;
import java.util.Comparator;
import taskglass.task.TaskKey;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;

/** A waiting request, with its task. */
record Request(AgentTask task, Attention attention) {
    /** The identity of a request, constant while it is waiting. Sorts oldest first. */
    record Id(Instant since, TaskKey task, String request) implements Comparable<Id> {
        private static final Comparator<Id> OLDEST_FIRST = Comparator.comparing(Id::since)
                .thenComparing(id -> id.task().server().url())
                .thenComparing(Id::request);

        @Override
        public int compareTo(Id other) {
            return OLDEST_FIRST.compare(this, other);
        }
    }

    Id id() {
        return new Id(attention.since(), task.key(), attention.id());
    }

    boolean isQuestion() {
        return attention.kind() == Attention.Kind.QUESTION;
    }
}
