package taskglass.engine.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import taskglass.ledger.Ledger;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.store.Change;
import taskglass.task.store.Notice;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** Everything that the engine keeps in the ledger, which it closes. Of the demo nothing is kept. */
public final class LedgerRecorder implements AutoCloseable {
    private final Ledger ledger;
    private final Predicate<ServerId> demo;
    private final ServerIdentities identities;
    private final OutcomeRecall recall;
    private final RunRecorder runs;
    private final NoticeClaims claims;
    private final Consumer<Notice> tell;
    /** Cancel requests for tasks of servers whose identity is not known yet. */
    private final List<TaskKey> cancelled = new ArrayList<>();

    /**
     * What the ledger is kept about.
     *
     * @param inbox takes changes of the store
     * @param owner the store's thread
     * @param patience how long a scan may take to find the process of a server on this machine
     */
    public record Subject(
            TaskStore store, Consumer<Change> inbox, Executor owner, Duration patience, Predicate<ServerId> demo) {}

    /** {@code tell} receives the notices that this program may show. */
    public LedgerRecorder(Subject subject, Ledger ledger, Consumer<Notice> tell) {
        this.identities = new ServerIdentities(subject.store(), subject.patience());
        this.ledger = ledger;
        this.demo = subject.demo();
        this.recall = new OutcomeRecall(ledger, subject.owner(), subject.inbox());
        this.runs = new RunRecorder(subject.store(), identities, ledger, recall, demo);
        this.claims = new NoticeClaims(identities, ledger, subject.owner(), tell);
        this.tell = tell;
    }

    public void onBatch(List<Change> batch, StoreDiff diff) {
        if (ledger.keeps()) {
            for (Change change : batch) {
                if (change instanceof Change.CancelAsked(TaskKey key, var at) && !demo.test(key.server())) {
                    cancelled.add(key);
                }
            }
            cancelled.removeIf(this::writeCancelRequest);
            runs.onDiff(diff);
            claims.onChange();
        }
    }

    private boolean writeCancelRequest(TaskKey task) {
        Optional<String> server = identities.of(task.server());
        server.ifPresent(known -> ledger.cancelRequested(known, task.session()));
        return server.isPresent();
    }

    /** Whether an answer of the ledger may still change how a task ended. */
    public boolean isAsking() {
        return recall.isAsking();
    }

    /** Passes on a notice, at once or when it is known that no other window does. */
    public void publish(Notice notice) {
        if (ledger.keeps() && !demo.test(notice.task().key().server())) {
            claims.claim(notice);
        } else {
            tell.accept(notice);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
