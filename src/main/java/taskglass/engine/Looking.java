package taskglass.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import taskglass.opencode.discovery.Finds;
import taskglass.opencode.discovery.Found;
import taskglass.opencode.discovery.Search;
import taskglass.opencode.discovery.Surroundings;
import taskglass.task.LocalProcess;

/**
 * Scans for servers every few seconds on the daemon thread {@code discovery}. The next scan is scheduled when the last
 * one has ended, so two never overlap. Results go to the store's thread.
 */
final class Looking implements AutoCloseable {
    /** How many times longer than the pace of a busy server the pause is: six seconds, usually. */
    private static final int CALM = 3;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("discovery").factory(), new DiscardPolicy());
    private final Surroundings around;
    private final Executor owner;
    private final Listener listener;
    private final Pace pace;
    private final boolean servers;
    private Finds before = Finds.NOTHING;
    private Optional<Future<?>> next = Optional.empty();
    private volatile Optional<Search> search = Optional.empty();
    private volatile boolean neighbours;

    /** Receives the results, on the store's thread. */
    interface Listener {
        /** The processes that are there, before any of them is asked anything. */
        void processes(List<LocalProcess> found);

        /** A server, as soon as it has answered. */
        void found(Found found);

        /** Everything that the scan found. */
        void ended(Finds finds);
    }

    /** {@code servers} is whether to check which of the processes and ports are servers. */
    Looking(Surroundings around, Executor owner, Listener listener, Pace pace, boolean servers) {
        this.around = around;
        this.owner = owner;
        this.listener = listener;
        this.pace = pace;
        this.servers = servers;
    }

    /** Scans as soon as the current scan has ended. Thread-safe. */
    void lookNow() {
        thread.execute(this::look);
    }

    /** Sets whether the local network is scanned, too. Thread-safe. */
    void neighbours(boolean wanted) {
        neighbours = wanted;
        lookNow();
    }

    private void look() {
        next.ifPresent(due -> due.cancel(false));
        Duration pause = pace.busy();
        try {
            search().neighbours(neighbours);
            Finds now =
                    servers ? search().look(this::processes, this::found) : search().lookAtProcesses(this::processes);
            owner.execute(() -> listener.ended(now));
            pause = pause(now);
            before = now;
        } catch (RuntimeException bug) {
            owner.execute(() -> {
                throw bug;
            });
        } finally {
            next = Optional.of(thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void processes(List<LocalProcess> found) {
        owner.execute(() -> listener.processes(found));
    }

    private void found(Found found) {
        owner.execute(() -> listener.found(found));
    }

    /** Created on this thread because the libraries that it loads take a third of a second. */
    private Search search() {
        if (search.isEmpty()) {
            search = Optional.of(new Search(around));
        }
        return search.get();
    }

    /** Short while things come and go, or while no server is there and the user may be about to start one. */
    private Duration pause(Finds now) {
        boolean calm = now.equals(before) && !(servers && now.servers().isEmpty());
        return calm ? pace.busy().multipliedBy(CALM) : pace.busy();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (neighbours) {
            Thread.ofVirtual().start(() -> search.ifPresent(looked -> looked.neighbours(false)));
        }
    }
}
