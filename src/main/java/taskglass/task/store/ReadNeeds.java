package taskglass.task.store;

import java.time.Instant;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Tells whether something about a task must still be read from its server. */
public final class ReadNeeds {
    private ReadNeeds() {}

    /** Whether polls must cover this task even if there is nothing to read. */
    static boolean concerns(AgentTask task) {
        return !task.deleted() && (task.status().active() || task.activity().active());
    }

    /**
     * Whether the server could report nothing more about the task: every tool call is counted, and the outcome is known
     * if it has ended.
     */
    static boolean isRead(AgentTask task) {
        boolean decided =
                !undecided(task) || task.elsewhere() || task.evidence().unanswered();
        boolean through =
                task.activity().active() ? task.run().isPresent() : !unread(task) && !task.unlisted() && decided;
        return task.deleted() || starting(task) || (through && !callsMissed(task));
    }

    /**
     * Whether its status is not known yet: it is idle, and whether it has had a run, or how the last one ended, must still
     * be read. It is known that nothing can be read if its server refuses to return its messages.
     */
    public static boolean statusUnread(AgentTask task) {
        return task.status() == TaskStatus.IDLE && !task.messagesRefused() && !isRead(task);
    }

    /** Whether some of the task's messages must be read. */
    static boolean needsReading(AgentTask task) {
        boolean more = unread(task) || (callsMissed(task) && task.ranHere()) || undecided(task) || starting(task);
        return more && !task.deleted();
    }

    /** While a task is at work and fully known, its events report the rest. It is read again once it is idle. */
    static boolean unread(AgentTask task) {
        boolean followed =
                task.activity().active() && !callsMissed(task) && task.run().isPresent();
        boolean anything = !task.session().neverPrompted() || task.run().isPresent();
        return !followed
                && anything
                && task.session().updated().isAfter(task.presence().readThrough());
    }

    /** Whether the task is at work although no event has ever reported it: the stream may be silent. */
    static boolean unheard(AgentTask task) {
        return task.activity().active() && task.presence().lastEvent().equals(Instant.EPOCH);
    }

    static boolean callsMissed(AgentTask task) {
        return task.run().filter(run -> !run.tools().whole()).isPresent()
                && !task.history().coverage().refused();
    }

    static boolean undecided(AgentTask task) {
        return task.activity().rests()
                && (task.run().isPresent() || task.evidence().unanswered())
                && task.outcome().isEmpty();
    }

    private static boolean starting(AgentTask task) {
        return task.status() == TaskStatus.STARTING;
    }
}
