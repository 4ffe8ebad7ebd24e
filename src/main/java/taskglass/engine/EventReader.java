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
 * time, and opens it again. Everything it hears goes to the inbox.
 */
final class EventReader implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Longer than the pause between two listings: while the server answers those, there is no reason for it. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);

    private final ServerId server;
    private final EventStream stream;
    private final Inbox inbox;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private volatile boolean waitingLong;
    private Duration wait = FIRST_WAIT;

    EventReader(ServerId server, EventStream stream, Inbox inbox) {
        this.server = server;
        this.stream = stream;
        this.inbox = inbox;
    }

    void start() {
        Thread.ofPlatform().daemon().name("events-" + server.shortName()).start(this::readForEver);
    }

    /** The server answers listings, so its stream should open without a long wait. Safe from any thread. */
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
            try {
                stream.read(this::heard);
            } catch (ServerTrouble trouble) {
                // Why it ended shows in the next listing, which meets the same server.
                post(new Change.StreamLost(server));
            }
            await();
        }
    }

    private void heard(Change change) {
        wait = FIRST_WAIT;
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
        waitingLong = millis > LONG_WAIT.toMillis();
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
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
