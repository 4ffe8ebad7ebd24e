package taskglass.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.Listing;
import taskglass.task.Question;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.Trouble;

/**
 * Lists one server again and again: quickly while anything is open there or its events do not stream, seldom when all
 * is settled. The next listing is scheduled when the last one has landed, so two never overlap; a failing one is
 * reported and tried again, ever more slowly. Lists on its executor's thread; all else on the owner's.
 */
final class StatusPoller extends ScheduledService<Listing> {
    private final ServerId server;
    private final Poll poll;
    private final TaskBook book;
    private final Inbox inbox;
    private final Pace pace;
    private final LongSupplier nanos;
    private long rested;
    private Optional<Question> question = Optional.empty();
    private boolean underWay;
    private boolean wanted;

    StatusPoller(Poll poll, TaskBook book, Inbox inbox, Pace pace, Executor executor, LongSupplier nanos) {
        this.server = poll.server();
        this.nanos = nanos;
        this.rested = nanos.getAsLong();
        this.poll = poll;
        this.book = book;
        this.inbox = inbox;
        this.pace = pace;
        setExecutor(listing -> begin(listing, executor));
        setPeriod(fx(pace.busy()));
        setMaximumCumulativePeriod(fx(pace.slowest()));
    }

    /** Lists at once, or as soon as the listing that is on its way has landed. */
    void pollSoon() {
        if (underWay) {
            wanted = true;
        } else {
            cancel();
            restart();
        }
    }

    /**
     * JavaFX waits by the wall clock, so one that is set back by an hour makes it wait an hour longer: by a clock that
     * nobody sets, what is long due is listed at once.
     */
    void pollIfOverdue() {
        Duration longest = period().plus(pace.slowest());
        if (!underWay && nanos.getAsLong() - rested > longest.toNanos()) {
            pollSoon();
        }
    }

    /** The pause is over: what is asked is what is open by now, and not what was when the pause began. */
    private void begin(Runnable listing, Executor executor) {
        underWay = true;
        wanted = false;
        question = Optional.of(book.question(server));
        executor.execute(listing);
    }

    @Override
    protected Task<Listing> createTask() {
        return new Task<>() {
            @Override
            protected Listing call() throws ServerTrouble {
                Listing listing = poll.ask(question.orElseThrow(), inbox::post);
                inbox.post(new Change.Listed(listing));
                return listing;
            }
        };
    }

    @Override
    protected void cancelled() {
        rest();
        super.cancelled();
    }

    @Override
    protected void succeeded() {
        rest();
        setPeriod(fx(period()));
        super.succeeded();
    }

    @Override
    protected void failed() {
        rest();
        inbox.post(new Change.ListingFailed(server, trouble(getException())));
        setPeriod(fx(pace.busy()));
        super.failed();
    }

    private void rest() {
        underWay = false;
        rested = nanos.getAsLong();
    }

    /** The time from the start of one listing to that of the next. */
    Duration period() {
        if (wanted || book.readingIsUrgent(server)) {
            return pace.urgent();
        }
        boolean calm = book.health(server).streaming() && !book.anyOpen(server);
        return calm ? pace.settled() : pace.busy();
    }

    private static javafx.util.Duration fx(Duration time) {
        return javafx.util.Duration.millis((double) time.toMillis());
    }

    private static Trouble trouble(Throwable exception) {
        return exception instanceof ServerTrouble known
                ? known.trouble()
                : new Trouble.NoAnswer(String.valueOf(exception));
    }
}
