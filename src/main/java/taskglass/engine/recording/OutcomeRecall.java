package taskglass.engine.recording;

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
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
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

    void consider(AgentTask task, String server) {
        boolean guess = task.outcome().map(Outcome::why).map(Reason::isGuess).orElse(false);
        task.run().filter(_ -> guess).ifPresent(run -> ask(task.key(), run, server));
    }

    void forget(TaskKey task) {
        asked.remove(task);
    }

    private void ask(TaskKey task, Run run, String server) {
        String first = run.first().id();
        if (!first.isEmpty() && !first.equals(asked.put(task, first))) {
            unanswered++;
            ledger.outcome(new RunId(server, task.session(), first), run.started())
                    .whenCompleteAsync((known, failure) -> answered(task, first, known, failure), owner);
        }
    }

    private void answered(TaskKey task, String first, Optional<Outcome> known, Throwable failure) {
        unanswered--;
        if (failure == null) {
            known.ifPresent(outcome -> inbox.accept(new Change.Recalled(task, new Remembered(first, outcome))));
        }
    }
}
