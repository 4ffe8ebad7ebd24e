package taskglass.engine.recording;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import taskglass.ledger.Ledger;
import taskglass.ledger.record.RunRecord;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.task.store.TreeSum;

/** Writes each run to the ledger once it has settled, and again when more is known about it. */
final class RunRecorder {
    private final TaskStore store;
    private final ServerIdentities identities;
    private final Ledger ledger;
    private final OutcomeRecall recall;
    private final Predicate<ServerId> ignored;
    /** The hash of what was last written about each task: comparing it saves writing the same again. */
    private final Map<TaskKey, Integer> written = new HashMap<>();
    /** Tasks of servers whose identity is not known yet. */
    private final Set<TaskKey> waiting = new LinkedHashSet<>();

    /** {@code ignored} are the servers of which nothing is written. */
    RunRecorder(
            TaskStore store,
            ServerIdentities identities,
            Ledger ledger,
            OutcomeRecall recall,
            Predicate<ServerId> ignored) {
        this.store = store;
        this.identities = identities;
        this.ledger = ledger;
        this.recall = recall;
        this.ignored = ignored;
    }

    void onDiff(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            entry.after().ifPresentOrElse(this::considerWithAncestors, () -> forget(entry.key()));
        }
        List<TaskKey> again = List.copyOf(waiting);
        waiting.clear();
        again.stream().flatMap(key -> store.find(key).stream()).forEach(this::consider);
    }

    private void forget(TaskKey key) {
        written.remove(key);
        waiting.remove(key);
        recall.forget(key);
    }

    /** The sums of its ancestors contain its own. */
    private void considerWithAncestors(AgentTask task) {
        for (Optional<AgentTask> at = Optional.of(task); at.isPresent(); at = at.flatMap(store::parent)) {
            consider(at.get());
        }
    }

    private void consider(AgentTask task) {
        if (!(task.outcome().isPresent() || OutcomeRecall.isUnexplained(task))
                || ignored.test(task.key().server())) {
            return;
        }
        Optional<String> server = identities.of(task.key().server());
        if (server.isEmpty()) {
            waiting.add(task.key());
            return;
        }
        recall.consider(task, server.get());
        TreeSum tree = TreeSum.of(store, task);
        RunRecord.of(task, server.get(), tree.calls(), tree.usage()).ifPresent(run -> write(task.key(), run));
    }

    private void write(TaskKey key, RunRecord run) {
        Integer before = written.put(key, run.hashCode());
        if (before == null || before != run.hashCode()) {
            ledger.record(run);
        }
    }
}
