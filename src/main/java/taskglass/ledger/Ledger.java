package taskglass.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import taskglass.ledger.record.Claim;
import taskglass.ledger.record.NoticeKey;
import taskglass.ledger.record.RunId;
import taskglass.ledger.record.RunRecord;
import taskglass.ledger.record.RunRecord.Ending;
import taskglass.ledger.record.SeenBefore;
import taskglass.ledger.record.SeenMark;
import taskglass.task.Outcome;
import taskglass.task.Reason;

/**
 * What survives a restart. Every method returns at once; the work is done on the thread {@code ledger}, on which stages
 * complete, too. Without a file nothing is kept, and questions fail. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private final Clock clock;
    private final LedgerFile file;
    private final Optional<LedgerQueue> queue;

    private Ledger(Clock clock, LedgerFile file, Optional<LedgerQueue> queue) {
        this.clock = clock;
        this.file = file;
        this.queue = queue;
    }

    /**
     * Returns the ledger in a file. The file is opened when it is first needed.
     *
     * @param onTrouble called on the ledger's thread: with each trouble once, and with nothing when it is over
     */
    public static Ledger in(LedgerFile file, Clock clock, Consumer<Optional<LedgerTrouble>> onTrouble) {
        return in(file, clock, LedgerTiming.USUAL, onTrouble);
    }

    static Ledger in(LedgerFile file, Clock clock, LedgerTiming timing, Consumer<Optional<LedgerTrouble>> onTrouble) {
        return new Ledger(clock, file, Optional.of(new LedgerQueue(file, timing, onTrouble)));
    }

    /** Returns a ledger that keeps nothing. */
    public static Ledger none() {
        return new Ledger(Clock.systemUTC(), new LedgerFile(Path.of("")), Optional.empty());
    }

    /** Whether anything is kept at all. */
    public boolean keeps() {
        return queue.isPresent();
    }

    public LedgerFile file() {
        return file;
    }

    /** Writes a settled run, in place of what was written of it before. The stage completes once it is on the disk. */
    public CompletionStage<Void> record(RunRecord run) {
        Instant now = clock.instant();
        return post(database -> {
            RunTable.put(database, run, now);
            return null;
        });
    }

    /** The runs that began last, newest first. */
    public CompletionStage<List<RunRecord>> newestRuns(int limit) {
        return ask(database -> RunTable.newest(database, limit));
    }

    public CompletionStage<Optional<RunRecord>> run(RunId key) {
        return ask(database -> RunTable.find(database, key));
    }

    /** Writes down that a person asked for the end of a session's work. */
    public CompletionStage<Void> cancelRequested(String server, String session) {
        Instant now = clock.instant();
        return post(database -> {
            CancelTable.put(database, server, session, now);
            return null;
        });
    }

    /**
     * How a run ended, as far as it is known better than from the silence of its server: by what an event told at the
     * time, or because a person asked for its end.
     *
     * @param since a request to end it counts from then on
     */
    public CompletionStage<Optional<Outcome>> outcome(RunId key, Instant since) {
        return ask(database -> {
            Optional<Outcome> known = RunTable.find(database, key)
                    .map(RunRecord::ending)
                    .filter(ending -> !ending.isGuess())
                    .flatMap(Ending::read);
            return known.isEmpty() && CancelTable.isCancelled(database, key, since)
                    ? Optional.of(new Outcome.Cancelled(Reason.NONE))
                    : known;
        });
    }

    /** What was looked at on that server before. A server that is new is noted as first seen now. */
    public CompletionStage<SeenBefore> seenBefore(String server) {
        Instant now = clock.instant();
        return ask(database -> SeenTable.of(database, server, now));
    }

    /** Writes down what was looked at. */
    public CompletionStage<Void> see(String server, List<SeenMark> marks) {
        Instant now = clock.instant();
        return post(database -> {
            SeenTable.put(database, server, marks, now);
            return null;
        });
    }

    /** Asks to tell of something. The answer is on the disk before it is given; a program asks before it tells. */
    public CompletionStage<Claim> claim(NoticeKey notice) {
        Instant now = clock.instant();
        return ask(database -> NoticeTable.claim(database, notice, now));
    }

    /** It was told. */
    public CompletionStage<Void> done(NoticeKey notice) {
        Instant now = clock.instant();
        return post(database -> {
            NoticeTable.done(database, notice, now);
            return null;
        });
    }

    /** What was claimed before that time and never done. */
    public CompletionStage<List<NoticeKey>> openNotices(Instant before) {
        return ask(database -> NoticeTable.open(database, before));
    }

    private CompletionStage<Void> post(Statements<Void> statements) {
        return queue.map(known -> known.post(statements)).orElseGet(Ledger::nothingKept);
    }

    private <T> CompletionStage<T> ask(Statements<T> statements) {
        return queue.map(known -> known.ask(statements)).orElseGet(Ledger::nothingKept);
    }

    private static <T> CompletionStage<T> nothingKept() {
        return CompletableFuture.failedStage(new IOException("no ledger is kept"));
    }

    /** Writes what is left, which takes a few seconds at most. */
    @Override
    public void close() {
        queue.ifPresent(LedgerQueue::close);
    }
}
