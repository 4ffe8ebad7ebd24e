package taskglass.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import taskglass.opencode.EventStream;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.ServerId;

/**
 * Reads one server's event stream on a thread of its own, for ever: when the stream ends it waits, a little longer each
 * time unless it had lasted, and opens it again. Everything it hears goes to the inbox.
 */
final class EventReader implements AutoCloseable {
    private final ServerId server;
    private final EventStream stream;
    private final Inbox inbox;
    private final Pace pace;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private volatile boolean waitingLong;
    private boolean opened;
    private Duration wait;

    EventReader(ServerId server, EventStream stream, Inbox inbox, Pace pace) {
        this.server = server;
        this.stream = stream;
        this.inbox = inbox;
        this.pace = pace;
        this.wait = pace.reopen();
    }

    void start() {
        Thread.ofPlatform().daemon().name("events-" + server.shortName()).start(this::readForEver);
    }

    /**
     * The server answers listings, so a stream that could not be opened should open now. One that opens and breaks at
     * once is left to its wait. Safe from any thread.
     */
    void serverAnswers() {
        stream.giveUpIfStuck();
        if (waitingLong) {
            tryNow();
        }
    }

    /** Ends the wait for the next try. Safe from any thread. */
    void tryNow() {
        wake.release();
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
        wake.release();
    }

    private void readForEver() {
        while (!closed) {
            long began = System.nanoTime();
            opened = false;
            try {
                stream.read(this::heard);
            } catch (ServerTrouble trouble) {
                // Why it ended shows in the next listing, which meets the same server.
            } finally {
                post(new Change.StreamLost(server));
            }
            if (opened && System.nanoTime() - began > pace.slowest().toNanos()) {
                wait = pace.reopen();
            }
            await();
        }
    }

    private void heard(Change change) {
        opened = true;
        post(change);
    }

    private void post(Change change) {
        if (!closed) {
            inbox.post(change);
        }
    }

    /** Waits with a little chance in it, so that many readers of one server do not come back together. */
    private void await() {
        long millis = wait.toMillis() + RandomGenerator.getDefault().nextLong(wait.toMillis());
        waitingLong = millis > pace.busy().toMillis() && !opened;
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(pace.slowest()) > 0 ? pace.slowest() : longer;
        try {
            if (!closed && wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        waitingLong = false;
    }
}
