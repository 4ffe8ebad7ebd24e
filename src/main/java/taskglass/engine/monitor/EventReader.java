package taskglass.engine.monitor;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.opencode.EventStream;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.store.Change;

/**
 * Reads one server's event stream on its own thread until it is closed. When the stream ends for any reason, the reader
 * waits and opens it again. The wait grows each time, unless the stream had carried events for a while. Everything but
 * the reading happens on the store's thread.
 */
public final class EventReader implements AutoCloseable {
    private final ServerId server;
    private final EventStream stream;
    private final MonitorUpdates updates;
    private final Timing timing;
    private final Scheduler scheduler;
    private final ExecutorService thread;
    private Duration began = Duration.ZERO;
    private Duration wait;
    private long turn;
    private boolean reading;
    private boolean again;
    private boolean silent;
    private boolean closed;

    public EventReader(EventStream stream, MonitorUpdates updates, Timing timing, Scheduler scheduler) {
        this.server = stream.server();
        this.stream = stream;
        this.updates = updates;
        this.timing = timing;
        this.scheduler = scheduler;
        this.wait = timing.reopen();
        this.thread = scheduler.thread("events-" + server.shortName());
    }

    public void start() {
        open();
    }

    /** The server answers a listing. If the stream still does not open, it met the server while that was starting. */
    void serverAnswers() {
        stream.giveUpIfStuck();
    }

    /** The server answers again. A stream that got no answer is opened now; one that the server refused waits on. */
    void serverIsBack() {
        if (silent) {
            tryNow();
        }
    }

    /** Ends the wait for the next try. If a try is in progress, the next one follows it without a wait. */
    void tryNow() {
        again = reading;
        if (!reading) {
            open();
        }
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
        thread.shutdownNow();
    }

    private void open() {
        turn++;
        began = scheduler.now();
        reading = true;
        try {
            thread.execute(this::read);
        } catch (RejectedExecutionException _) {
            // Closed meanwhile: nothing waits for it.
        }
    }

    private void read() {
        boolean[] carried = {false};
        boolean[] unanswered = {false};
        try {
            stream.read(
                    change -> {
                        carried[0] = true;
                        updates.post(change);
                    },
                    updates::reportError);
        } catch (ServerTrouble trouble) {
            // The next listing asks the same server and shows why the stream ended.
            unanswered[0] = trouble.trouble() instanceof Trouble.NoAnswer;
        } catch (RuntimeException bug) {
            updates.reportError(bug);
        } finally {
            if (carried[0]) {
                updates.post(new Change.StreamLost(server));
            }
            scheduler.after(Duration.ZERO, () -> ended(carried[0], unanswered[0]));
        }
    }

    private void ended(boolean carried, boolean unanswered) {
        reading = false;
        silent = unanswered && !carried;
        if (carried && scheduler.now().minus(began).compareTo(timing.slowest()) > 0) {
            wait = timing.reopen();
        }
        Duration pause = again ? Duration.ZERO : pause();
        again = false;
        turn++;
        long mine = turn;
        if (!closed) {
            scheduler.after(pause, () -> {
                if (mine == turn && !closed) {
                    open();
                }
            });
        }
    }

    /** Includes some randomness, so that many readers of one server do not reconnect at the same time. */
    private Duration pause() {
        Duration pause = wait.plusMillis(RandomGenerator.getDefault().nextLong(wait.toMillis()));
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(timing.slowest()) > 0 ? timing.slowest() : longer;
        return pause;
    }
}
