package taskglass.engine.monitor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.opencode.Connection;
import taskglass.opencode.EventStream;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.events.TranscriptListener;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.TaskStore;

/** Watches one server: its connection, its poller and its event reader, started and stopped together. */
public final class ServerMonitor implements AutoCloseable {
    private final Connection connection;
    private final MonitorUpdates updates;
    private final StatusPoller poller;
    private final EventStream events;
    private final EventReader reader;
    private ServerHealth health;

    ServerMonitor(
            Connection connection,
            TaskStore store,
            MonitorUpdates updates,
            Clock clock,
            Timing timing,
            Scheduler scheduler) {
        this.connection = connection;
        this.updates = updates;
        this.health = store.health(connection.server());
        Poll poll = new Poll(connection.client(), clock);
        this.poller = new StatusPoller(poll, store, updates, timing, scheduler, connection.traffic()::requests);
        this.events = connection.events(timing.silence(), clock);
        this.reader = new EventReader(events, updates, timing, scheduler);
    }

    ServerId server() {
        return connection.server();
    }

    public OpenCodeClient client() {
        return connection.client();
    }

    /** How many events of each unknown type arrived. */
    public Map<String, Long> unknownEvents() {
        return events.unknown().counts();
    }

    /** The ids of items that were left out. */
    public List<String> refusedIds() {
        return connection.client().ids().refused();
    }

    /** Sets the listener for everything that one session writes, or none. */
    public void listen(Optional<TranscriptListener> ear) {
        events.listen(ear);
        poller.details(ear.isPresent());
    }

    void start() {
        poller.start();
        reader.start();
    }

    /** Lists at once: the user has given a command. */
    public void pollSoon() {
        poller.pollSoon();
    }

    /** Lists as soon as the allowance permits: there is news. */
    void pollWhenPaid() {
        poller.pollWithinBudget();
    }

    /** The server has answered a listing. */
    void answered() {
        reader.serverAnswers();
    }

    /** Updates the server's health. Only a change requires action: the server came back, or its stream came or went. */
    void setHealth(ServerHealth now) {
        ServerHealth before = health;
        health = now;
        if (before.trouble().isPresent() && now.trouble().isEmpty()) {
            reader.serverIsBack();
        }
        if (before.streaming() != now.streaming() && now.trouble().isEmpty()) {
            poller.pollWithinBudget();
        }
    }

    /** Tries everything again at once. */
    public void retry() {
        reader.tryNow();
        pollSoon();
    }

    public void authorise(String password) {
        connection.password(password);
        retry();
    }

    /** Pauses or resumes all requests and the event stream. */
    public void pause(boolean now) {
        connection.pause(now);
        if (now) {
            events.giveUp();
        }
        retry();
    }

    public void allowPlainHttp() {
        connection.allowPlainHttp();
        retry();
    }

    @Override
    public void close() {
        updates.close();
        poller.close();
        reader.close();
        connection.close();
    }
}
