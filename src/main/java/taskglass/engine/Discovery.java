package taskglass.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.inbox.Timing;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.DiscoveryResult;
import taskglass.opencode.discovery.FoundServer;
import taskglass.opencode.discovery.SearchScope;
import taskglass.task.PortlessOpenCode;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.status.AgentTask;
import taskglass.task.store.LocalProcess;
import taskglass.task.store.TaskStore;

/**
 * Finds the servers of this computer that the user did not name. A server is watched as soon as it has answered. It is
 * dropped when it is gone and nothing was running there. Finds nothing until it is started. Not thread-safe: used on
 * the store's thread only.
 */
public final class Discovery implements AutoCloseable {
    /** A server that is being restarted is missing in one scan and back in the next. */
    private static final int LOOKS_BEFORE_GONE = 2;

    private final ServerMonitors monitors;
    private final OwnServers ownServers;
    private final TaskStore store;
    private final Executor owner;
    private final Timing timing;
    private final CommandRunner commands;
    private final Map<ServerId, FoundServer> watched = new HashMap<>();
    private final Map<ServerId, Integer> missing = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<ServerId> added = Set.of();
    private Optional<DiscoveryThread> looking = Optional.empty();
    private Optional<DiscoveryResult> last = Optional.empty();
    private Optional<Callable<Connection>> offered = Optional.empty();
    private Optional<ServerId> demo = Optional.empty();
    private boolean localNetwork;
    private boolean searching;

    /** Receives the results of a scan, on the store's thread. */
    private final class News implements DiscoveryThread.Listener {
        @Override
        public void processes(List<LocalProcess> found) {
            if (isSearching()) {
                monitors.onProcesses(found);
            }
        }

        @Override
        public void found(FoundServer foundServer) {
            Discovery.this.found(foundServer);
        }

        @Override
        public void ended(DiscoveryResult discoveryResult) {
            onResult(discoveryResult);
        }
    }

    Discovery(
            ServerMonitors monitors,
            OwnServers ownServers,
            TaskStore store,
            CommandRunner commands,
            Executor owner,
            Timing timing) {
        this.monitors = monitors;
        this.ownServers = ownServers;
        this.store = store;
        this.owner = owner;
        this.timing = timing;
        this.commands = commands;
    }

    /** Starts scanning, until it is closed. */
    public void start(SearchScope scope) {
        searching = true;
        begin(scope);
    }

    /** Starts scanning for processes only, to learn which of the servers that the user named are local. */
    public void startWithProcesses(SearchScope scope) {
        begin(scope);
    }

    private void begin(SearchScope scope) {
        DiscoveryThread begun = new DiscoveryThread(scope, owner, new News(), timing, searching);
        looking = Optional.of(begun);
        begun.searchLocalNetwork(searching && localNetwork);
        notifyListeners();
    }

    /** Whether it scans at all, even if only for processes. */
    public boolean isSearching() {
        return looking.isPresent();
    }

    /** Whether it scans for servers. Otherwise only the servers that the user named are watched. */
    public boolean started() {
        return searching && isSearching();
    }

    /** Whether it also looks for servers announced on the local network. None of them is given a password. */
    public boolean searchesLocalNetwork() {
        return localNetwork;
    }

    /** Turns that on or off. Before the start the setting is kept for later. */
    public void searchLocalNetwork(boolean wanted) {
        localNetwork = wanted;
        looking.filter(_ -> searching).ifPresent(scope -> scope.searchLocalNetwork(wanted));
    }

    /** Whether a scan has ended, so that everything that was there when it began is known. */
    public boolean hasSearched() {
        return last.isPresent();
    }

    /** OpenCode processes in terminals that open no port, as of the last scan. */
    public List<PortlessOpenCode> portless() {
        return last.map(DiscoveryResult::portless).orElseGet(List::of);
    }

    /** Sets how to open the demo, a server that can be shown if there is no other. */
    public void offerDemo(Callable<Connection> opening) {
        offered = Optional.of(opening);
    }

    /** Whether there is a demo that is not shown yet. */
    public boolean offersDemo() {
        return offered.isPresent() && demo.isEmpty();
    }

    /** Opens the demo and watches nothing else: real and demo tasks must not share a table. */
    public CompletionStage<ServerId> showDemo() {
        return commands.run(new ServerId(""), offered.orElseThrow()).thenApply(connection -> {
            close();
            monitors.servers().forEach(monitors::drop);
            watched.clear();
            demo = Optional.of(connection.server());
            monitors.add(connection);
            notifyListeners();
            return connection.server();
        });
    }

    /** Returns how a server became known. */
    public ServerOrigin origin(ServerId server) {
        if (demo.equals(Optional.of(server))) {
            return new ServerOrigin.Demo();
        }
        if (ownServers.everStarted(server)) {
            return new ServerOrigin.StartedHere();
        }
        if (ownServers.isBorrowed(server)) {
            return new ServerOrigin.Borrowed();
        }
        return Optional.ofNullable(watched.get(server)).map(FoundServer::origin).orElseGet(() -> named(server));
    }

    private ServerOrigin named(ServerId server) {
        return added.contains(server) ? new ServerOrigin.Added() : new ServerOrigin.Named();
    }

    /** Sets the servers that the user added. */
    void added(Set<ServerId> servers) {
        added = Set.copyOf(servers);
        notifyListeners();
    }

    /** Scans again at once. */
    public void lookNow() {
        looking.ifPresent(DiscoveryThread::lookNow);
    }

    /** Calls the listener when scanning starts, when the first scan ends, and after each scan that differs. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void found(FoundServer foundServer) {
        if (looking.isEmpty()) {
            return; // closed before this result arrived
        }
        Optional<ServerMonitor> watch = monitors.find(foundServer.server());
        Optional<FoundServer> before = Optional.ofNullable(watched.get(foundServer.server()));
        if (watch.isEmpty()) {
            monitors.add(foundServer.connection());
            watched.put(foundServer.server(), foundServer);
            notifyListeners();
        } else if (before.isPresent() && !before.get().equals(foundServer)) {
            watched.put(foundServer.server(), foundServer);
            // For example, the server was restarted with another password. A typed password is replaced only by one
            // that works.
            foundServer.credentials().ifPresent(known -> watch.get().authorise(known.password()));
            notifyListeners();
        }
    }

    private void onResult(DiscoveryResult discoveryResult) {
        if (looking.isEmpty()) {
            return;
        }
        discoveryResult.servers().forEach(this::found);
        List<ServerId> present =
                discoveryResult.servers().stream().map(FoundServer::server).toList();
        missing.keySet().removeAll(present);
        List.copyOf(watched.keySet()).stream()
                .filter(server -> !present.contains(server))
                .forEach(this::markGone);
        boolean differs = !last.equals(Optional.of(discoveryResult));
        last = Optional.of(discoveryResult);
        if (differs) {
            notifyListeners();
        }
    }

    /** A server that had running tasks when it disappeared stays as unreachable: the user sees what became of them. */
    private void markGone(ServerId server) {
        int looks = missing.merge(server, 1, Integer::sum);
        boolean atWork = store.tasks().stream()
                .filter(task -> task.key().server().equals(server))
                .anyMatch(task -> task.status().active() || endedWithOpenCode(task));
        if (looks >= LOOKS_BEFORE_GONE && !atWork) {
            watched.remove(server);
            missing.remove(server);
            monitors.drop(server);
            notifyListeners();
        }
    }

    private static boolean endedWithOpenCode(AgentTask task) {
        return task.outcome()
                .filter(outcome -> outcome.why().code() == Reason.Code.OPENCODE_ENDED)
                .isPresent();
    }

    private void notifyListeners() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        looking.ifPresent(DiscoveryThread::close);
        looking = Optional.empty();
    }
}
