package taskglass.task.status;

import java.time.Instant;
import java.util.Optional;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Run;
import taskglass.task.run.SessionInfo.ReportedEnd;
import taskglass.task.status.Listing.Partless;

/**
 * What is known about the end of a run that none of its messages shows.
 *
 * @param processEnd the end of the OpenCode process that worked on it
 * @param partless the newest answer, if it was read and is empty
 * @param remembered what was written down about the end of a run when it was known
 */
public record EndEvidence(
        Optional<ProcessEnd> processEnd, Optional<Partless> partless, Optional<Remembered> remembered) {
    /** The end of the run that a message began, as it was known before. */
    public record Remembered(String first, Outcome outcome) {}

    /**
     * The process that worked on it has ended.
     *
     * @param through applies to what happened up to this time, by the server's clock
     */
    public record ProcessEnd(Instant through, Reason.Code why) {
        public static ProcessEnd of(AgentTask task, Reason.Code why) {
            // A run that was only noticed has no known prompt: it began when it was noticed.
            Instant begun = task.run().map(run -> run.latest().at()).orElse(Instant.EPOCH);
            Instant prompt = later(begun, task.history().newestPrompt());
            return new ProcessEnd(later(prompt, task.session().updated()), why);
        }

        private static Instant later(Instant a, Instant b) {
            return a.isAfter(b) ? a : b;
        }
    }

    static final EndEvidence NONE = new EndEvidence(Optional.empty(), Optional.empty(), Optional.empty());

    public EndEvidence processEnd(ProcessEnd now) {
        return new EndEvidence(Optional.of(now), partless, remembered);
    }

    public EndEvidence partless(Optional<Partless> now) {
        return new EndEvidence(processEnd, now, remembered);
    }

    public EndEvidence remembered(Remembered now) {
        return new EndEvidence(processEnd, partless, Optional.of(now));
    }

    /** Whether the run's newest answer is empty, as far as it was read. */
    boolean partless(Run run) {
        boolean reported = run.last().map(AssistantMessage::ending).stream()
                .anyMatch(
                        ending -> ending.finish().isPresent() || ending.error().isPresent());
        return !reported
                && partless.filter(answer -> answer.message().equals(run.newest()))
                        .isPresent();
    }

    /** Whether the existence of the directory must still be checked. */
    public boolean toBeLookedFor(Run run) {
        return partless(run) && partless.filter(Partless::looked).isEmpty();
    }

    /** Returns what was written down about a prompt that its server refused without writing a message. */
    Optional<Outcome> outcomeWithoutRun() {
        return remembered.filter(known -> known.first().isEmpty()).map(Remembered::outcome);
    }

    /** Returns the outcome that the run's messages show, or else what its server says, or the outcome known from elsewhere. */
    Optional<Outcome> outcome(Run run, Optional<ReportedEnd> end) {
        return directoryGone(run)
                .or(run::outcome)
                .or(() -> end.filter(run::endedBy).map(EndEvidence::outcomeOf))
                .or(() -> remembered
                        .filter(known -> known.first().equals(run.first().id()))
                        .map(Remembered::outcome))
                .or(() -> outcomeByProcess(run));
    }

    /** {@code INTERRUPTED} without a reason means that the user cancelled: an interruption of its own a server does not report. */
    private static Outcome outcomeOf(ReportedEnd end) {
        return switch (end.said()) {
            case SUCCEEDED -> new Outcome.Completed();
            case FAILED -> new Outcome.Failed(Reason.of(Reason.Code.NO_REASON_KEPT));
            case INTERRUPTED -> new Outcome.Cancelled(Reason.NONE);
        };
    }

    /** The directory in which the run was to work is missing, so its server gave up at once. */
    private Optional<Outcome> directoryGone(Run run) {
        return partless(run) && partless.filter(Partless::directoryGone).isPresent()
                ? Optional.of(new Outcome.Interrupted(Reason.of(Reason.Code.DIRECTORY_GONE)))
                : Optional.empty();
    }

    private Optional<Outcome> outcomeByProcess(Run run) {
        return processEnd
                .filter(end -> !run.latest().at().isAfter(end.through()))
                .map(end -> new Outcome.Interrupted(Reason.of(end.why())));
    }
}
