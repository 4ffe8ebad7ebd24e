package taskglass.engine.monitor;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.opencode.Connection;
import taskglass.task.Activity;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.run.Fact;
import taskglass.task.status.Listing;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.Change;
import taskglass.task.store.LocalProcess;
import taskglass.task.store.LocalProcesses;
import taskglass.task.store.TaskStore;

/** The watched servers in the order in which they were named, and what changes mean for watching them. */
public final class ServerMonitors implements AutoCloseable {
    private final Map<ServerId, ServerMonitor> monitors = new LinkedHashMap<>();
    private final Set<ServerId> expected = new HashSet<>();
    private final TaskStore store;
    private final Inbox inbox;
    private final Clock clock;
    private final Timing timing;
    private List<LocalProcess> processes = List.of();
    private final Scheduler scheduler;
    private final InternalErrors errors;

    public ServerMonitors(
            TaskStore store, Inbox inbox, Clock clock, Timing timing, Scheduler scheduler, InternalErrors errors) {
        this.store = store;
        this.inbox = inbox;
        this.clock = clock;
        this.timing = timing;
        this.scheduler = scheduler;
        this.errors = errors;
    }

    /** Starts watching a server. One that is already watched stays as it is. */
    public void add(Connection connection) {
        store.checkOwner();
        expected.remove(connection.server());
        if (!monitors.containsKey(connection.server())) {
            begin(connection);
        }
    }

    /** Replaces the earlier connection to the same server. What is known of its tasks stays. */
    public void again(Connection connection) {
        find(connection.server()).ifPresent(ServerMonitor::close);
        begin(connection);
    }

    private void begin(Connection connection) {
        ServerMonitor monitor =
                new ServerMonitor(connection, store, new MonitorUpdates(inbox, errors), clock, timing, scheduler);
        monitors.put(connection.server(), monitor);
        monitor.start();
    }

    /** Marks a server whose password is awaited, unless it is already watched. */
    public void expect(ServerId server) {
        store.checkOwner();
        if (!monitors.containsKey(server)) {
            expected.add(server);
        }
    }

    /** Whether no expected server is missing any more. */
    public boolean complete() {
        store.checkOwner();
        return expected.isEmpty();
    }

    public List<ServerId> servers() {
        store.checkOwner();
        return List.copyOf(monitors.keySet());
    }

    public Optional<ServerMonitor> find(ServerId server) {
        store.checkOwner();
        return Optional.ofNullable(monitors.get(server));
    }

    /** A scan has found these OpenCode processes of this user. */
    public void onProcesses(List<LocalProcess> found) {
        if (!found.equals(processes) || store.processes().equals(LocalProcesses.UNKNOWN)) {
            processes = found;
            inbox.post(new Change.Processes(found));
        }
    }

    /** Stops watching a server, and forgets its tasks. */
    public void drop(ServerId server) {
        expected.remove(server);
        find(server).ifPresent(this::drop);
    }

    /** Stops watching servers that never answered, and those that were started from here and have ended. */
    public void dropUseless() {
        List.copyOf(monitors.values()).stream().filter(this::isOfNoUse).forEach(this::drop);
    }

    /** Removes the results of commands on a server that has been removed since. */
    public List<Change> ofWatched(List<Change> batch) {
        return batch.stream().filter(this::concernsUs).toList();
    }

    private boolean concernsUs(Change change) {
        return switch (change) {
            case Change.Forgotten _, Change.ServerEnded _ -> true;
            default -> change.about().map(monitors::containsKey).orElse(true);
        };
    }

    /** The changes that the store has just applied may require a listing at once. */
    public void onBatch(List<Change> batch) {
        batch.forEach(this::onBatch);
        monitors.values().forEach(monitor -> wake(monitor, batch));
    }

    private void onBatch(Change change) {
        if (change instanceof Change.Listed(Listing listing)) {
            find(listing.question().server()).ifPresent(ServerMonitor::answered);
        }
        // A server started from here that has ended will not come back at that address. What it last reported stays on
        // the screen.
        if (change instanceof Change.ServerEnded(ServerId server, var _, var _)) {
            find(server).ifPresent(ServerMonitor::close);
        }
    }

    /**
     * Requests an early listing if the server's health changed or something needs to be read. A server in trouble is
     * left alone.
     */
    private void wake(ServerMonitor monitor, List<Change> batch) {
        ServerHealth health = store.health(monitor.server());
        monitor.setHealth(health);
        boolean doubted = batch.stream().anyMatch(change -> isDoubted(monitor.server(), change));
        if (health.trouble().isEmpty() && (doubted || store.readingIsUrgent(monitor.server()))) {
            monitor.pollWhenPaid();
        }
    }

    /** Whether work was reported that the store has not believed because the report seems to be late. */
    private boolean isDoubted(ServerId server, Change change) {
        return change instanceof Change.Heard(TaskKey key, var _, Fact.Doing(Activity activity))
                && key.server().equals(server)
                && activity.active()
                && store.find(key).filter(task -> !task.activity().active()).isPresent();
    }

    private boolean isOfNoUse(ServerMonitor monitor) {
        ServerHealth health = store.health(monitor.server());
        return health.listed().isEmpty()
                || health.trouble().filter(Trouble.Ended.class::isInstance).isPresent();
    }

    private void drop(ServerMonitor monitor) {
        monitor.close();
        monitors.remove(monitor.server());
        inbox.post(new Change.Forgotten(monitor.server()));
    }

    @Override
    public void close() {
        monitors.values().forEach(ServerMonitor::close);
    }
}
