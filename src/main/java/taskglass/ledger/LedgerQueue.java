package taskglass.ledger;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs all statements on the thread {@code ledger}, in order, many in one transaction. Adding one never waits. While the
 * file cannot be written, what was posted is kept and tried again; what was asked fails.
 */
final class LedgerQueue implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LedgerQueue.class.getName());

    private static final int BATCH = 500;
    /** The size of the file is checked once in so many transactions, and with the first one. */
    private static final int BETWEEN_CHECKS = 100;

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    /** More than that is not kept while the file cannot be written. */
    private static final int KEPT = 20_000;

    private final ScheduledThreadPoolExecutor thread;
    private final ConcurrentLinkedQueue<Work<?>> added = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Consumer<Optional<LedgerTrouble>> onTrouble;
    private final OpenLedger ledger;
    private final Duration pause;
    /** Used on the thread only. */
    private final Deque<Work<?>> kept = new ArrayDeque<>();

    private long batches;
    private Optional<Future<?>> again = Optional.empty();
    private Optional<LedgerTrouble> trouble = Optional.empty();

    /** {@code onTrouble} is called on the ledger's thread: with a trouble once, and with nothing when it is over. */
    LedgerQueue(LedgerFile file, LedgerTiming timing, Consumer<Optional<LedgerTrouble>> onTrouble) {
        this.ledger = new OpenLedger(file, timing, this::tell);
        this.pause = timing.pause();
        this.onTrouble = onTrouble;
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ledger").factory());
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** One piece of work. {@code repeats} is whether it is kept until it has succeeded. */
    private record Work<T>(Statements<T> statements, boolean repeats, CompletableFuture<T> done) {
        private Runnable run(Database database) throws SQLException {
            T result = statements.run(database);
            return () -> done.complete(result);
        }
    }

    /** Runs the statements sooner or later. The stage completes when they are on the disk. */
    CompletionStage<Void> post(Statements<Void> statements) {
        return add(new Work<>(statements, true, new CompletableFuture<>()));
    }

    /** Runs the statements once. The stage fails if that is not possible now. */
    <T> CompletionStage<T> ask(Statements<T> statements) {
        return add(new Work<>(statements, false, new CompletableFuture<>()));
    }

    private <T> CompletionStage<T> add(Work<T> work) {
        added.add(work);
        if (scheduled.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::drain);
        }
        return work.done();
    }

    private void drain() {
        scheduled.set(false);
        for (Work<?> work = added.poll(); work != null; work = added.poll()) {
            kept.add(work);
        }
        boolean works = true;
        while (works && !kept.isEmpty()) {
            works = runSome();
        }
        if (!works) {
            giveUpQuestions();
            again.ifPresent(due -> due.cancel(false));
            if (!thread.isShutdown() && !kept.isEmpty()) {
                again = Optional.of(thread.schedule(this::drain, pause.toMillis(), TimeUnit.MILLISECONDS));
            }
        }
    }

    /** Runs the next batch. Returns whether the file could be written. */
    private boolean runSome() {
        List<Work<?>> batch = kept.stream().limit(BATCH).toList();
        try {
            run(batch);
            batch.forEach(_ -> kept.removeFirst());
            tell(Optional.empty());
            return true;
        } catch (SQLException | IOException | Database.NewerSchema | RuntimeException | LinkageError e) {
            return recover(batch, e);
        }
    }

    private void run(List<Work<?>> batch) throws SQLException, IOException, Database.NewerSchema {
        List<Runnable> after = new ArrayList<>();
        Database database = ledger.database();
        boolean checksSize = batches++ % BETWEEN_CHECKS == 0;
        database.transact(() -> {
            after.clear();
            if (checksSize) {
                SizeLimit.USUAL.enforce(database);
            }
            for (Work<?> work : batch) {
                after.add(work.run(database));
            }
        });
        after.forEach(Runnable::run);
    }

    private boolean recover(List<Work<?>> batch, Throwable failure) {
        Optional<LedgerTrouble> why = ledger.recover(failure);
        if (why.isPresent()) {
            tell(why);
            return false;
        }
        if (ledger.isReopened()) {
            return true;
        }
        // The file is all right, so one of the statements is not.
        batch.forEach(_ -> kept.removeFirst());
        batch.forEach(this::runAlone);
        return true;
    }

    private void runAlone(Work<?> work) {
        try {
            run(List.of(work));
        } catch (SQLException | IOException | Database.NewerSchema | RuntimeException | LinkageError e) {
            LOG.log(Level.ERROR, "a statement of the ledger failed", e);
            work.done().completeExceptionally(e);
        }
    }

    private void giveUpQuestions() {
        Exception reason = new IOException(trouble.map(LedgerTrouble::english).orElse("the ledger is not available"));
        boolean never = trouble.filter(LedgerTrouble::isFinal).isPresent();
        kept.removeIf(work -> {
            boolean drop = never || !work.repeats();
            if (drop) {
                work.done().completeExceptionally(reason);
            }
            return drop;
        });
        while (kept.size() > KEPT) {
            kept.removeFirst().done().completeExceptionally(reason);
        }
    }

    private void tell(Optional<LedgerTrouble> now) {
        if (!now.equals(trouble)) {
            trouble = now;
            now.ifPresent(known -> LOG.log(Level.WARNING, known.english()));
            onTrouble.accept(now);
        }
    }

    /** Writes what was posted before, as far as that takes no longer than a few seconds. */
    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        Future<?> last = thread.submit(() -> {
            drain();
            ledger.close();
        });
        thread.shutdown();
        try {
            last.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            LOG.log(Level.WARNING, "the ledger could not be closed in time: " + e);
        }
    }
}
