package taskglass.engine.monitor;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.Listing;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Lists one server again and again: often while anything is open there or its events do not stream, rarely when all is
 * settled, and never more often than its {@link RequestBudget} permits. The next listing is scheduled when the last one has
 * ended, so two never overlap. A failure is reported and retried with growing delays. Lists on its own thread;
 * everything else happens on the store's thread.
 */
public final class StatusPoller implements AutoCloseable {
    /** How soon an unscheduled listing is wanted. */
    private enum NextPoll {
        NONE,
        WHEN_BUDGET_ALLOWS,
        NOW
    }

    private final ServerId server;
    private final Poll poll;
    private final TaskStore store;
    private final MonitorUpdates updates;
    private final Timing timing;
    private final Scheduler scheduler;
    private final LongSupplier requests;
    private final ExecutorService thread;
    private final RequestBudget budget;
    private Duration began;
    private Duration due;
    private Duration failing = Duration.ZERO;
    private NextPoll nextPoll = NextPoll.NONE;
    private long turn;
    private long requestsCharged;
    private boolean underWay;
    private boolean details;
    private boolean closed;

    /** {@code requests} counts all requests to the server so far, from every source. */
    public StatusPoller(
            Poll poll,
            TaskStore store,
            MonitorUpdates updates,
            Timing timing,
            Scheduler scheduler,
            LongSupplier requests) {
        this.server = poll.server();
        this.poll = poll;
        this.store = store;
        this.updates = updates;
        this.timing = timing;
        this.scheduler = scheduler;
        this.requests = requests;
        this.thread = scheduler.thread("poll-" + server.shortName());
        this.began = scheduler.now();
        this.due = began;
        this.budget = new RequestBudget(timing, began);
    }

    /** Lists for the first time once everything posted before has been applied. */
    public void start() {
        next(Duration.ZERO);
    }

    /** The user has given a command: lists at once, or as soon as the current listing has ended. */
    public void pollSoon() {
        nextPoll = NextPoll.NOW;
        if (!underWay && !closed) {
            begin();
        }
    }

    /** There is news: lists as soon as the allowance permits. */
    void pollWithinBudget() {
        if (underWay) {
            nextPoll = nextPoll == NextPoll.NONE ? NextPoll.WHEN_BUDGET_ALLOWS : nextPoll;
            return;
        }
        Duration pause = budget.pause(scheduler.now());
        if (scheduler.now().plus(pause).compareTo(due) < 0) {
            next(pause);
        }
    }

    /** Sets whether the user views the details of one of its tasks, which needs more requests. */
    void details(boolean open) {
        details = open;
    }

    private void next(Duration pause) {
        due = scheduler.now().plus(pause);
        turn++;
        long mine = turn;
        scheduler.after(pause, () -> {
            if (mine == turn && !underWay && !closed) {
                begin();
            }
        });
    }

    /** The pause is over. The question covers what is open now, not what was open when the pause began. */
    private void begin() {
        turn++;
        nextPoll = NextPoll.NONE;
        began = scheduler.now();
        underWay = true;
        boolean begun = false;
        try {
            ListingRequest listingRequest = store.nextRequest(server);
            thread.execute(() -> list(listingRequest));
            begun = true;
        } catch (RejectedExecutionException _) {
            // Closed meanwhile.
        } finally {
            if (!begun && !closed) {
                underWay = false;
                next(timing.slowest());
            }
        }
    }

    /** However it ends, the next one follows. */
    private void list(ListingRequest listingRequest) {
        boolean answered = false;
        try {
            Listing listing = poll.run(listingRequest, updates::post);
            updates.post(new Change.Listed(listing));
            answered = true;
        } catch (ServerTrouble trouble) {
            updates.post(new Change.ListingFailed(server, trouble.trouble()));
        } catch (RuntimeException bug) {
            updates.post(new Change.ListingFailed(server, new Trouble.NoAnswer(String.valueOf(bug))));
            updates.reportError(bug);
        } finally {
            boolean well = answered;
            boolean first = poll.readsForTheFirstTime();
            scheduler.after(
                    Duration.ZERO,
                    () -> onListing(well, listingRequest.directories().size(), first));
        }
    }

    /** Initial reads are not charged to the budget: their number is limited. */
    private void onListing(boolean answered, int directories, boolean free) {
        underWay = false;
        long sent = requests.getAsLong();
        budget.pay(scheduler.now(), free ? 0 : sent - requestsCharged, directories, details);
        requestsCharged = sent;
        failing = answered ? Duration.ZERO : longer(failing);
        if (!closed) {
            next(pause());
        }
    }

    private Duration longer(Duration before) {
        Duration next = before.isZero() ? timing.busy() : before.multipliedBy(2);
        return next.compareTo(timing.slowest()) > 0 ? timing.slowest() : next;
    }

    private Duration pause() {
        Duration rest =
                (failing.isZero() ? period() : failing).minus(scheduler.now().minus(began));
        if (nextPoll == NextPoll.NOW) {
            return Duration.ZERO;
        }
        Duration debt = budget.pause(scheduler.now());
        return rest.compareTo(debt) > 0 ? rest : debt;
    }

    /** The time from the start of one listing to the start of the next, if the allowance permits. */
    Duration period() {
        if (nextPoll != NextPoll.NONE || store.readingIsUrgent(server)) {
            return timing.urgent();
        }
        boolean calm = store.health(server).streaming() && !store.anyOpen(server);
        return calm ? timing.settled() : timing.busy();
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}
