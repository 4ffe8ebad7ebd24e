package taskglass.task;

import java.time.Instant;
import java.util.Optional;
import taskglass.task.Listing.Partless;
import taskglass.task.SessionInfo.Rest;

/**
 * What is known of the end of a run although no message of it tells.
 *
 * @param left what ended together with the OpenCode process that worked on it
 * @param partless the newest answer, where it was read and nothing had been written into it
 */
record EndFacts(Optional<Left> left, Optional<Partless> partless) {
    /**
     * The process that worked on it has ended.
     *
     * @param through what came later is another matter, by the server's clock
     */
    record Left(Instant through, Reason.Code why) {
        static Left of(AgentTask task, Reason.Code why) {
            // Of a run that was only noticed no prompt is known: it began when it was noticed.
            Instant begun = task.run().map(run -> run.latest().at()).orElse(Instant.EPOCH);
            Instant prompt = later(begun, task.transcript().newestPrompt());
            return new Left(later(prompt, task.session().updated()), why);
        }

        private static Instant later(Instant a, Instant b) {
            return a.isAfter(b) ? a : b;
        }
    }

    static final EndFacts NONE = new EndFacts(Optional.empty(), Optional.empty());

    EndFacts left(Left now) {
        return new EndFacts(Optional.of(now), partless);
    }

    EndFacts partless(Optional<Partless> now) {
        return new EndFacts(left, now);
    }

    /** Whether nothing has been written into the run's newest answer, as far as was read. */
    boolean partless(Run run) {
        boolean told = run.last().map(AssistantMessage::ending).stream()
                .anyMatch(
                        ending -> ending.finish().isPresent() || ending.error().isPresent());
        return !told
                && partless.filter(answer -> answer.message().equals(run.newest()))
                        .isPresent();
    }

    /** Whether it is still to be seen if the directory is there. */
    boolean toBeLookedFor(Run run) {
        return partless(run) && partless.filter(Partless::looked).isEmpty();
    }

    /** What the messages of a run tell of its end counts, then what its server says, and else what is known beside them. */
    Optional<Outcome> outcome(Run run, Optional<Rest> rest) {
        return directoryGone(run)
                .or(run::outcome)
                .or(() -> rest.filter(run::endedBy).map(EndFacts::said))
                .or(() -> leftBehind(run));
    }

    /** An interruption of which no message tells the reason was a person's: after those of its own a server says nothing. */
    private static Outcome said(Rest rest) {
        return switch (rest.said()) {
            case SUCCEEDED -> new Outcome.Completed();
            case FAILED -> new Outcome.Failed(Reason.of(Reason.Code.NO_REASON_KEPT));
            case INTERRUPTED -> new Outcome.Cancelled(Reason.NONE);
        };
    }

    /** The directory is gone in which the run was to work, so that its server gave up at once. */
    private Optional<Outcome> directoryGone(Run run) {
        return partless(run) && partless.filter(Partless::directoryGone).isPresent()
                ? Optional.of(new Outcome.Interrupted(Reason.of(Reason.Code.DIRECTORY_GONE)))
                : Optional.empty();
    }

    private Optional<Outcome> leftBehind(Run run) {
        return left.filter(end -> !run.latest().at().isAfter(end.through()))
                .map(end -> new Outcome.Interrupted(Reason.of(end.why())));
    }
}
