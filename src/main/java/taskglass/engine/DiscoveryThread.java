package taskglass.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import taskglass.engine.inbox.Timing;
import taskglass.opencode.discovery.DiscoveryResult;
import taskglass.opencode.discovery.FoundServer;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.discovery.ServerSearch;
import taskglass.task.store.LocalProcess;

/**
 * Scans for servers every few seconds on the daemon thread {@code discovery}. The next scan is scheduled when the last
 * one has ended, so two never overlap. Results go to the store's thread.
 */
final class DiscoveryThread implements AutoCloseable {
    /** How many times longer than the pace of a busy server the pause is: six seconds, usually. */
    private static final int CALM = 3;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("discovery").factory(), new DiscardPolicy());
    private final SearchScope scope;
    private final Executor owner;
    private final Listener listener;
    private final Timing timing;
    private final boolean servers;
    private DiscoveryResult before = DiscoveryResult.NOTHING;
    private Optional<Future<?>> next = Optional.empty();
    private volatile Optional<ServerSearch> search = Optional.empty();
    private volatile boolean localNetwork;

    /** Receives the results, on the store's thread. */
    interface Listener {
        /** The processes that are there, before any of them is asked anything. */
        void processes(List<LocalProcess> found);

        /** A server, as soon as it has answered. */
        void found(FoundServer foundServer);

        /** Everything that the scan found. */
        void ended(DiscoveryResult discoveryResult);
    }

    /** {@code servers} is whether to check which of the processes and ports are servers. */
    DiscoveryThread(SearchScope scope, Executor owner, Listener listener, Timing timing, boolean servers) {
        this.scope = scope;
        this.owner = owner;
        this.listener = listener;
        this.timing = timing;
        this.servers = servers;
    }

    /** Scans as soon as the current scan has ended. Thread-safe. */
    void lookNow() {
        thread.execute(this::searchOnce);
    }

    /** Sets whether the local network is scanned, too. Thread-safe. */
    void searchLocalNetwork(boolean wanted) {
        localNetwork = wanted;
        lookNow();
    }

    private void searchOnce() {
        next.ifPresent(due -> due.cancel(false));
        Duration pause = timing.busy();
        try {
            search().searchLocalNetwork(localNetwork);
            DiscoveryResult now = servers
                    ? search().runOnce(this::processes, this::found)
                    : search().lookAtProcesses(this::processes);
            owner.execute(() -> listener.ended(now));
            pause = pause(now);
            before = now;
        } catch (RuntimeException bug) {
            owner.execute(() -> {
                throw bug;
            });
        } finally {
            next = Optional.of(thread.schedule(this::searchOnce, pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void processes(List<LocalProcess> found) {
        owner.execute(() -> listener.processes(found));
    }

    private void found(FoundServer foundServer) {
        owner.execute(() -> listener.found(foundServer));
    }

    /** Created on this thread because the libraries that it loads take a third of a second. */
    private ServerSearch search() {
        if (search.isEmpty()) {
            search = Optional.of(new ServerSearch(scope));
        }
        return search.get();
    }

    /** Short while things come and go, or while no server is there and the user may be about to start one. */
    private Duration pause(DiscoveryResult now) {
        boolean calm = now.equals(before) && !(servers && now.servers().isEmpty());
        return calm ? timing.busy().multipliedBy(CALM) : timing.busy();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (localNetwork) {
            Thread.ofVirtual().start(() -> search.ifPresent(looked -> looked.searchLocalNetwork(false)));
        }
    }
}
