package taskglass.task.status;

import java.util.Optional;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.request.Launch;

/** Determines how a task's latest run ended from everything known about it. */
record OutcomeRule(AgentTask task) {
    Optional<Outcome> outcome() {
        if (task.presence().deleted()) {
            return Optional.of(settledOutcome()
                    .filter(o -> !task.evidence().atWork())
                    .orElse(
                            task.presence().presence() == SessionPresence.Presence.DELETED
                                    ? new Outcome.Cancelled(Reason.of(Reason.Code.SESSION_DELETED))
                                    : new Outcome.Interrupted(Reason.of(Reason.Code.SESSION_GONE))));
        }
        return task.evidence().atWork() ? Optional.empty() : settledOutcome();
    }

    /** The outcome, assuming that the session exists and is idle. */
    Optional<Outcome> settledOutcome() {
        if (task.history().unexplained()) {
            return Optional.empty();
        }
        return task.run().isPresent()
                ? task.run()
                        .flatMap(run -> task.presence()
                                .ends()
                                .outcome(run, task.session().times().rest()))
                        .or(this::outcomeWithoutEvidence)
                : task.requested()
                        .launch()
                        .flatMap(Launch::refused)
                        .map(this::neverRan)
                        .or(() -> task.presence().ends().outcomeWithoutRun())
                        .or(() -> task.evidence().unanswered() ? outcomeWithoutEvidence() : Optional.empty());
    }

    private Outcome neverRan(Reason why) {
        return task.requested().cancel().wanted() ? new Outcome.Cancelled(Reason.NONE) : new Outcome.Failed(why);
    }

    /**
     * The session is idle and nothing says why. This needs a second reading, since some servers report the error after
     * idle.
     */
    private Optional<Outcome> outcomeWithoutEvidence() {
        if (task.undone()) {
            return Optional.of(new Outcome.Cancelled(Reason.of(Reason.Code.UNDONE)));
        }
        if (task.sessionActivity().idleReadings() < SessionActivity.READINGS_TO_BE_SURE
                && !task.history().followedByCommand()) {
            return Optional.empty();
        }
        // OpenCode 1.2 never closes the message of a run that was aborted while a permission request was open.
        if (!task.evidence().foreign() && task.requested().cancel().wanted()) {
            return Optional.of(new Outcome.Cancelled(Reason.NONE));
        }
        Reason.Code code = task.evidence().closed() || task.evidence().empty()
                ? Reason.Code.NO_REASON_KEPT
                : Reason.Code.LEFT_UNFINISHED;
        return Optional.of(new Outcome.Interrupted(Reason.of(code)));
    }
}
