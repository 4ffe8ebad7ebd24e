package taskglass.engine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import taskglass.opencode.Connection;
import taskglass.opencode.Ear;
import taskglass.opencode.EventStream;
import taskglass.opencode.OpenCodeClient;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;

/** One server being watched: its connection, its poller and its event reader, started and stopped together. */
final class Watch implements AutoCloseable {
    private final Connection connection;
    private final ExecutorService pollThread;
    private final StatusPoller poller;
    private final EventStream events;
    private final EventReader reader;

    Watch(Connection connection, TaskBook book, Inbox inbox, Clock clock, Pace pace) {
        this.connection = connection;
        ServerId server = connection.server();
        this.pollThread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("poll-" + server.shortName()).factory());
        Poll poll = new Poll(connection.client(), clock);
        this.poller = new StatusPoller(poll, book, inbox, pace, this::onPollThread, System::nanoTime);
        this.events = connection.events(pace.silence(), clock);
        this.reader = new EventReader(server, events, inbox, pace);
    }

    ServerId server() {
        return connection.server();
    }

    OpenCodeClient client() {
        return connection.client();
    }

    /** How many events of each type came that nobody here knows. */
    Map<String, Long> unknownEvents() {
        return events.unknown().counts();
    }

    /** The ids of items that were left out. */
    List<String> refusedIds() {
        return connection.client().ids().refused();
    }

    /** Lets an ear hear all that one session writes, or nobody any more. */
    void listen(Optional<Ear> ear) {
        events.listen(ear);
    }

    void start() {
        poller.start();
        reader.start();
    }

    /** A listing that was scheduled before the watch was closed comes to nothing. */
    private void onPollThread(Runnable listing) {
        if (!pollThread.isShutdown()) {
            pollThread.execute(listing);
        }
    }

    /** A watch that has been closed stays so, whatever its last events ask for. */
    void pollSoon() {
        if (!pollThread.isShutdown()) {
            poller.pollSoon();
        }
    }

    /** Lists at once if that should have happened long ago. */
    void pollIfOverdue() {
        if (!pollThread.isShutdown()) {
            poller.pollIfOverdue();
        }
    }

    /** The server has answered a listing. */
    void answered() {
        reader.serverAnswers();
    }

    /** Tries everything again at once. */
    void retry() {
        reader.tryNow();
        pollSoon();
    }

    void authorise(String password) {
        connection.password(password);
        retry();
    }

    /** Asks nothing and hears nothing, until it is to go on. */
    void pause(boolean now) {
        connection.pause(now);
        if (now) {
            events.close();
        }
        retry();
    }

    void allowPlainHttp() {
        connection.allowPlainHttp();
        retry();
    }

    @Override
    public void close() {
        poller.cancel();
        reader.close();
        pollThread.shutdownNow();
        connection.close();
    }
}
