package taskglass.task.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import taskglass.task.Activity;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskError;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Run;
import taskglass.task.status.StatusReason.Statement;

/** The few facts behind a task's status, most important first. */
public record StatusExplanation(AgentTask task) {

    /** A shorter silence is normal and no fact worth stating. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    public static List<StatusReason> of(AgentTask task, ServerHealth health, Instant now) {
        Provenance provenance = Provenance.of(task, health);
        StatusExplanation statusExplanation = new StatusExplanation(task);
        List<StatusReason> facts = new ArrayList<>();
        facts.add(task.outcome().map(statusExplanation::settled).orElseGet(statusExplanation::onTheWay));
        statusExplanation.wish().ifPresent(facts::add);
        statusExplanation.mayWait(provenance, health).ifPresent(facts::add);
        task.quiet(now, SILENCE).map(StatusReason.Quiet::new).ifPresent(facts::add);
        facts.add(new StatusReason.Known(provenance));
        task.run()
                .filter(run -> !run.tools().exact())
                .map(run -> new StatusReason.CallsMissed())
                .ifPresent(facts::add);
        return facts;
    }

    private Optional<StatusReason> mayWait(Provenance provenance, ServerHealth health) {
        boolean callGoesOn = task.run().flatMap(run -> run.tools().going()).isPresent();
        Set<Listing.DirectoryList> refused =
                new TreeSet<>(health.refused(task.session().directory()));
        refused.remove(Listing.DirectoryList.STATUS);
        return callGoesOn && provenance.source() == Provenance.Source.UNCONFIRMED && !refused.isEmpty()
                ? Optional.of(new StatusReason.MayWait(refused))
                : Optional.empty();
    }

    private StatusReason settled(Outcome outcome) {
        if (task.deleted() && outcome.why().equals(Reason.of(Reason.Code.SESSION_DELETED))) {
            return fact(Statement.DELETED, "", task.presence().lastEvent());
        }
        return switch (outcome) {
            case Outcome.Completed _ -> ended(Statement.FINISHED);
            case Outcome.Failed _ -> failed();
            case Outcome.Cancelled _ ->
                error().isPresent() ? ended(Statement.ABORTED) : ended(Statement.CANCELLED_HERE);
            case Outcome.Interrupted(Reason reason) -> interrupted(reason.code());
        };
    }

    private StatusReason interrupted(Reason.Code code) {
        return switch (code) {
            case LEFT_UNFINISHED ->
                fact(Statement.LEFT_UNFINISHED, "", task.session().updated());
            case SESSION_GONE -> fact(Statement.GONE, "", task.session().updated());
            case PERMISSION_REJECTED -> ended(Statement.REJECTED);
            case QUESTION_DISMISSED -> ended(Statement.DISMISSED);
            case SHUT_DOWN -> ended(Statement.SHUT_DOWN);
            case SUPERSEDED -> ended(Statement.SUPERSEDED);
            case INACTIVE -> ended(Statement.INACTIVE);
            case STOPPED_BY_SERVER ->
                fact(
                        Statement.STOPPED_BY_SERVER,
                        task.outcome().map(Outcome::why).orElse(Reason.NONE).detail(),
                        end());
            case OPENCODE_ENDED -> ended(Statement.OPENCODE_ENDED);
            case OPENCODE_STOPPED -> ended(Statement.OPENCODE_STOPPED);
            case DIRECTORY_GONE -> fact(Statement.DIRECTORY_GONE, task.session().directory(), end());
            default -> ended(Statement.NO_REASON_KEPT);
        };
    }

    /** If nothing says why the run ended, it is worth knowing that its last step was not meant to be the last. */
    private Optional<StatusReason> wish() {
        boolean unexplained =
                task.outcome().map(Outcome::why).stream().anyMatch(Reason.of(Reason.Code.NO_REASON_KEPT)::equals);
        boolean wanted = last().flatMap(message -> message.ending().finish()).isPresent();
        return unexplained && wanted ? Optional.of(ended(Statement.WANTED_TO_GO_ON)) : Optional.empty();
    }

    private StatusReason failed() {
        if (task.run().isEmpty()) {
            String reason =
                    task.outcome().map(outcome -> outcome.why().english()).orElse("");
            return fact(Statement.NEVER_BEGAN, reason, task.started().orElse(Instant.EPOCH));
        }
        boolean finished = last().flatMap(message -> message.ending().finish()).isPresent() && error().isEmpty();
        Optional<String> inMessage = error();
        if (inMessage.isPresent()) {
            return fact(Statement.ERROR_IN_MESSAGE, inMessage.get(), end());
        }
        return finished
                ? ended(Statement.FINISHED)
                : fact(
                        Statement.ERROR_OUTSIDE_MESSAGE,
                        task.run().flatMap(Run::error).map(TaskError::firstLine).orElse(""),
                        end());
    }

    private StatusReason onTheWay() {
        return switch (task.status()) {
            case CANCELLING ->
                fact(Statement.CANCEL_ASKED, "", task.cancel().since().orElse(Instant.EPOCH));
            case NEEDS_YOU -> new StatusReason.Asks(task.attention().getFirst());
            case RETRYING ->
                task.activity() instanceof Activity.Retrying retry ? new StatusReason.Retries(retry) : busy();
            case QUEUED, STARTING -> fact(Statement.STARTING, "", task.started().orElse(Instant.EPOCH));
            case RUNNING -> running();
            case IDLE, COMPLETED, FAILED, CANCELLED, INTERRUPTED ->
                fact(Statement.NO_RUN, "", task.session().updated());
        };
    }

    private StatusReason running() {
        if (task.elsewhere()) {
            return fact(Statement.ELSEWHERE, "", task.session().updated());
        }
        return switch (task.activity()) {
            case Activity.Busy _, Activity.Retrying _ -> busy();
            case Activity.Idle _ ->
                fact(Statement.BEING_READ, "", task.sessionActivity().since());
            case Activity.Unknown _ ->
                fact(Statement.NOT_TOLD, "", task.session().updated());
        };
    }

    private StatusReason busy() {
        return fact(
                task.lastSeen().isPresent() ? Statement.WAS_BUSY : Statement.BUSY,
                "",
                task.sessionActivity().since());
    }

    private StatusReason ended(Statement statement) {
        String finish = last().flatMap(message -> message.ending().finish()).orElse("");
        return fact(statement, finish, end());
    }

    private Instant end() {
        return task.run().flatMap(Run::ended).orElse(task.session().updated());
    }

    private Optional<AssistantMessage> last() {
        return task.run().flatMap(Run::last);
    }

    private Optional<String> error() {
        return last().flatMap(message -> message.ending().error()).map(TaskError::firstLine);
    }

    private static StatusReason fact(Statement statement, String detail, Instant at) {
        return new StatusReason.Fact(statement, detail, at);
    }
}
