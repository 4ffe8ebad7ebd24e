package taskglass.engine.recording;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.ledger.Ledger;
import taskglass.ledger.record.RunId;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.Prompt;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.EndEvidence.Remembered;
import taskglass.task.store.Change;

/**
 * Asks the ledger how a run ended whose server does not tell: an event told it at the time, or a person asked for its
 * end.
 */
final class OutcomeRecall {
    private final Ledger ledger;
    private final Executor owner;
    private final Consumer<Change> inbox;
    /** The first message of the run that was last asked about, by task. */
    private final Map<TaskKey, String> asked = new HashMap<>();

    private int unanswered;

    OutcomeRecall(Ledger ledger, Executor owner, Consumer<Change> inbox) {
        this.ledger = ledger;
        this.owner = owner;
        this.inbox = inbox;
    }

    /** Whether an answer may still change how a task ended. */
    boolean isAsking() {
        return unanswered > 0;
    }

    /** Asks about a task if its server does not tell how its run ended, or whether it goes on elsewhere. */
    void consider(AgentTask task, String server) {
        String first = task.run().map(Run::first).map(Prompt::id).orElse("");
        if (isUnexplained(task) && !first.equals(asked.put(task.key(), first))) {
            ask(task, new RunId(server, task.key().session(), first));
        }
    }

    /** Whether its server has told all that it knows, and something may be missing. */
    static boolean isUnexplained(AgentTask task) {
        boolean guess = task.outcome().map(Outcome::why).filter(Reason::isGuess).isPresent();
        boolean empty = task.run().isEmpty() && task.status() == TaskStatus.IDLE;
        boolean read = task.history().coverage().whole() || task.session().neverPrompted();
        return (guess || empty || task.elsewhere()) && read;
    }

    void forget(TaskKey task) {
        asked.remove(task);
    }

    private void ask(AgentTask task, RunId run) {
        unanswered++;
        Instant worked = task.session().updated().minus(CancelState.PATIENCE);
        Instant since = later(task.started().orElse(Instant.EPOCH), worked);
        ledger.outcome(run, since)
                .whenCompleteAsync((known, failure) -> answered(task.key(), run.first(), known, failure), owner);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void answered(TaskKey task, String first, Optional<Outcome> known, Throwable failure) {
        unanswered--;
        if (failure == null) {
            known.ifPresent(outcome -> inbox.accept(new Change.Recalled(task, new Remembered(first, outcome))));
        }
    }
}
