package taskglass.task.store;

import java.time.Duration;
import taskglass.task.run.Fact;
import taskglass.task.run.Run;
import taskglass.task.run.RunHistory;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing;
import taskglass.task.status.SessionPresence;

/**
 * Updates a task with what was read of its messages. The methods are pure functions.
 *
 * @param asked the revision at which the reading was asked for
 */
record ReadingRules(TaskRules rules, long asked) {
    /**
     * How long a server may take to close the last message after it becomes idle. 1.15 takes 40 ms. Less than a poll
     * interval.
     */
    private static final Duration CLOSING = Duration.ofMillis(1500);

    /** Returns the task after a reading that found its session. */
    AgentTask read(AgentTask task, Listing.Reading reading) {
        boolean hasFacts = !reading.facts().isEmpty();
        // If the server cannot return even the newest message, it may return the next one, as long as one is to come.
        SessionPresence sessionPresence =
                hasFacts || !task.activity().active() ? task.presence().through(reading.through()) : task.presence();
        AgentTask read = task.with(
                hasFacts ? sessionPresence.with(sessionPresence.ends().partless(reading.partless())) : sessionPresence);
        for (Fact fact : reading.facts()) {
            read = TaskRules.assigned(read, fact).queue(fact);
        }
        RunHistory known = task.history().read(reading.facts(), reading.complete(), asked);
        RunHistory now = reading.extent() == Listing.Extent.REFUSED ? known.cut() : known;
        AgentTask after = TaskRules.lookedAnew(task, markObserved(read.with(now)));
        return after.activity().active() ? TaskRules.owned(TaskRules.working(after)) : lookedWhileIdle(after);
    }

    /** A run that started and ended between two polls, without any event, counts as seen like any other. */
    private AgentTask markObserved(AgentTask task) {
        return task.ranSince(rules.span().opened()) ? TaskRules.working(task) : task;
    }

    private AgentTask lookedWhileIdle(AgentTask task) {
        boolean reportedIdle = task.activity().rests() && task.sessionActivity().learnt() <= asked;
        if (!reportedIdle || task.run().flatMap(Run::outcome).isPresent()) {
            return task;
        }
        if (!task.evidence().foreign() && !task.evidence().unanswered()) {
            boolean closed = task.evidence().closed();
            boolean outdated = task.sessionActivity().since().plus(CLOSING).isBefore(rules.now());
            boolean first = task.sessionActivity().idleReadings() == 0;
            return first || closed || outdated
                    ? task.with(task.sessionActivity().readWhileIdle(1))
                    : task;
        }
        return rules.span()
                                .watched(task.session().updated(), rules.now())
                                .compareTo(rules.elsewhere().stillness(task))
                        > 0
                ? task.with(task.sessionActivity().readToBeSure())
                : restless(task);
    }

    private static AgentTask restless(AgentTask task) {
        AgentTask now = task.with(task.sessionActivity().restless());
        return task.evidence().unanswered() ? now : TaskRules.working(now);
    }
}
