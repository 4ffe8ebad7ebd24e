package taskglass.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.inbox.Timing;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.DiscoveryResult;
import taskglass.opencode.discovery.FoundServer;
import taskglass.opencode.discovery.SearchScope;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.store.LocalProcess;
import taskglass.task.store.TaskStore;

/**
 * Finds the servers of this computer that the user did not name, and knows how each server became known. Finds nothing
 * until it is started. Not thread-safe: used on the store's thread only.
 */
public final class Discovery implements AutoCloseable {
    private final ServerMonitors monitors;
    private final OwnServers ownServers;
    private final DiscoveredServers discoveredServers;
    private final Executor owner;
    private final Timing timing;
    private final CommandRunner commands;
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<ServerId> added = Set.of();
    private Optional<DiscoveryThread> thread = Optional.empty();
    private Optional<DiscoveryResult> last = Optional.empty();
    private Optional<Callable<Connection>> offered = Optional.empty();
    private Optional<ServerId> demo = Optional.empty();
    private Runnable leaving = () -> {};
    private boolean localNetwork;
    private boolean searching;

    /** Receives the results of a scan, on the store's thread. */
    private final class ScanResults implements DiscoveryThread.Listener {
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
        this.discoveredServers = new DiscoveredServers(monitors, store);
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
        DiscoveryThread begun = new DiscoveryThread(scope, owner, new ScanResults(), timing, searching);
        thread = Optional.of(begun);
        begun.searchLocalNetwork(searching && localNetwork);
        notifyListeners();
    }

    /** Whether it scans at all, even if only for processes. */
    public boolean isSearching() {
        return thread.isPresent();
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
        thread.filter(_ -> searching).ifPresent(running -> running.searchLocalNetwork(wanted));
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
            discoveredServers.clear();
            demo = Optional.of(connection.server());
            monitors.add(connection);
            notifyListeners();
            return connection.server();
        });
    }

    /** Sets how to watch the user's own servers, for a window that leaves the demo. */
    public void onLeavingDemo(Runnable watching) {
        leaving = watching;
    }

    /** Closes the demo, and watches the user's own servers instead. */
    public void leaveDemo() {
        demo.ifPresent(server -> {
            demo = Optional.empty();
            monitors.drop(server);
            leaving.run();
            notifyListeners();
        });
    }

    /** Whether it is the demo's server, whose tasks are not real. */
    boolean isDemo(ServerId server) {
        return demo.equals(Optional.of(server));
    }

    /** Returns how a server became known. */
    public ServerOrigin origin(ServerId server) {
        if (isDemo(server)) {
            return new ServerOrigin.Demo();
        }
        if (ownServers.everStarted(server)) {
            return new ServerOrigin.StartedHere();
        }
        if (ownServers.isBorrowed(server)) {
            return new ServerOrigin.Borrowed();
        }
        return discoveredServers.origin(server).orElseGet(() -> named(server));
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
        thread.ifPresent(DiscoveryThread::lookNow);
    }

    /** Calls the listener when scanning starts, when the first scan ends, and after each scan that differs. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void found(FoundServer foundServer) {
        if (isSearching() && discoveredServers.found(foundServer)) { // it may be closed since
            notifyListeners();
        }
    }

    private void onResult(DiscoveryResult discoveryResult) {
        if (!isSearching()) {
            return;
        }
        boolean changed = discoveredServers.onScan(discoveryResult.servers());
        boolean differs = !last.equals(Optional.of(discoveryResult));
        last = Optional.of(discoveryResult);
        if (changed || differs) {
            notifyListeners();
        }
    }

    private void notifyListeners() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        thread.ifPresent(DiscoveryThread::close);
        thread = Optional.empty();
    }
}
