package taskglass.engine;

import java.util.concurrent.Executor;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import javafx.util.Duration;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.Listing;
import taskglass.task.Question;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.Trouble;

/**
 * Lists one server again and again: every 2 s while anything is open there or its events do not stream, seldom when all
 * is settled. The next listing is scheduled when the last one has landed, so two never overlap; a failing one is
 * reported and tried again, ever more slowly. Lists on its executor's thread; all else on the owner's.
 */
final class StatusPoller extends ScheduledService<Listing> {
    static final Duration SOON = Duration.millis(100);
    static final Duration BUSY = Duration.seconds(2);
    static final Duration SETTLED = Duration.seconds(15);
    private static final Duration SLOWEST_RETRY = Duration.seconds(10);

    private final ServerId server;
    private final Poll poll;
    private final TaskBook book;
    private final Inbox inbox;
    private boolean wanted;

    StatusPoller(ServerId server, Poll poll, TaskBook book, Inbox inbox, Executor executor) {
        this.server = server;
        this.poll = poll;
        this.book = book;
        this.inbox = inbox;
        setExecutor(executor);
        setPeriod(BUSY);
        setMaximumCumulativePeriod(SLOWEST_RETRY);
    }

    /** Lists at once, or as soon as the listing that is on its way has landed. */
    void pollSoon() {
        if (getState() == State.RUNNING) {
            wanted = true;
        } else {
            cancel();
            restart();
        }
    }

    @Override
    protected Task<Listing> createTask() {
        wanted = false;
        Question question = book.question(server);
        return new Task<>() {
            @Override
            protected Listing call() throws ServerTrouble {
                Listing listing = poll.ask(question, inbox::post);
                inbox.post(new Change.Listed(listing));
                return listing;
            }
        };
    }

    @Override
    protected void succeeded() {
        setPeriod(pace());
        super.succeeded();
    }

    @Override
    protected void failed() {
        inbox.post(new Change.ListingFailed(server, trouble(getException())));
        setPeriod(BUSY);
        super.failed();
    }

    /** The time from the start of one listing to that of the next. */
    Duration pace() {
        if (wanted || book.readingIsUrgent(server)) {
            return SOON;
        }
        boolean calm = book.health(server).streaming() && !book.anyOpen(server);
        return calm ? SETTLED : BUSY;
    }

    private static Trouble trouble(Throwable exception) {
        return exception instanceof ServerTrouble known
                ? known.trouble()
                : new Trouble.NoAnswer(String.valueOf(exception));
    }
}
