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
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.Finds;
import taskglass.opencode.discovery.Found;
import taskglass.opencode.discovery.Surroundings;
import taskglass.task.AgentTask;
import taskglass.task.LocalProcess;
import taskglass.task.Origin;
import taskglass.task.PortlessOpenCode;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;

/**
 * The servers of this machine that nobody named: watched as soon as they have answered, dropped when they have gone and
 * nothing was at work there. Belongs to the owner's thread; finds nothing until it is started.
 */
public final class Discovery implements AutoCloseable {
    /** A server that is being restarted is missing at one look, and back at the next. */
    private static final int LOOKS_BEFORE_GONE = 2;

    private final Watches watches;
    private final OwnServers ownServers;
    private final TaskBook book;
    private final Executor owner;
    private final Pace pace;
    private final Commands commands;
    private final Map<ServerId, Found> watched = new HashMap<>();
    private final Map<ServerId, Integer> missing = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<ServerId> added = Set.of();
    private Optional<Looking> looking = Optional.empty();
    private Optional<Finds> last = Optional.empty();
    private Optional<Callable<Connection>> offered = Optional.empty();
    private Optional<ServerId> demo = Optional.empty();
    private boolean neighbours;
    private boolean searching;

    /** What a look finds, on the owner's thread. */
    private final class News implements Looking.Listener {
        @Override
        public void processes(List<LocalProcess> found) {
            if (looks()) {
                watches.looked(found);
            }
        }

        @Override
        public void found(Found found) {
            Discovery.this.found(found);
        }

        @Override
        public void ended(Finds finds) {
            landed(finds);
        }
    }

    Discovery(Watches watches, OwnServers ownServers, TaskBook book, Commands commands, Executor owner, Pace pace) {
        this.watches = watches;
        this.ownServers = ownServers;
        this.book = book;
        this.owner = owner;
        this.pace = pace;
        this.commands = commands;
    }

    /** Begins to look around, and goes on until it is closed. */
    public void start(Surroundings around) {
        searching = true;
        begin(around);
    }

    /** Begins to look at processes alone, to know of the servers that a person named whether they are local. */
    public void startWithProcesses(Surroundings around) {
        begin(around);
    }

    private void begin(Surroundings around) {
        Looking begun = new Looking(around, owner, new News(), pace, searching);
        looking = Optional.of(begun);
        begun.neighbours(searching && neighbours);
        tell();
    }

    /** Whether it looks around, be it for nothing but processes. */
    public boolean looks() {
        return looking.isPresent();
    }

    /** Whether it looks for servers: otherwise there are only those that a person named. */
    public boolean started() {
        return searching && looks();
    }

    /** Whether servers that announce themselves in the local network are looked for, too; none is given a password. */
    public boolean neighbours() {
        return neighbours;
    }

    /** From now on they are, or not any more; before it is started, that is kept for then. */
    public void neighbours(boolean wanted) {
        neighbours = wanted;
        looking.filter(_ -> searching).ifPresent(around -> around.neighbours(wanted));
    }

    /** Whether a look has ended, so that all is known that was there when it began. */
    public boolean looked() {
        return last.isPresent();
    }

    /** OpenCode in terminals that open no port, as the last look found it. */
    public List<PortlessOpenCode> portless() {
        return last.map(Finds::portless).orElseGet(List::of);
    }

    /** Takes the way to open the demo, a server that may be shown where there is no other. */
    public void offerDemo(Callable<Connection> opening) {
        offered = Optional.of(opening);
    }

    /** Whether there is a demo that is not shown yet. */
    public boolean offersDemo() {
        return offered.isPresent() && demo.isEmpty();
    }

    /** Opens the demo and watches it alone: what is real and what is played must not stand in one table. */
    public CompletionStage<ServerId> showDemo() {
        return commands.run(new ServerId(""), offered.orElseThrow()).thenApply(connection -> {
            close();
            watches.servers().forEach(watches::drop);
            watched.clear();
            demo = Optional.of(connection.server());
            watches.add(connection);
            tell();
            return connection.server();
        });
    }

    /** Where a server is known from. */
    public Origin origin(ServerId server) {
        if (demo.equals(Optional.of(server))) {
            return new Origin.Demo();
        }
        if (ownServers.everStarted(server)) {
            return new Origin.StartedHere();
        }
        if (ownServers.isBorrowed(server)) {
            return new Origin.Borrowed();
        }
        return Optional.ofNullable(watched.get(server)).map(Found::origin).orElseGet(() -> named(server));
    }

    private Origin named(ServerId server) {
        return added.contains(server) ? new Origin.Added() : new Origin.Named();
    }

    /** These are the servers that a person added. */
    void added(Set<ServerId> servers) {
        added = Set.copyOf(servers);
        tell();
    }

    /** Looks again at once. */
    public void lookNow() {
        looking.ifPresent(Looking::lookNow);
    }

    /** Hears of the start, of the end of the first look, and of each one that found something else than the one before. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void found(Found found) {
        if (looking.isEmpty()) {
            return; // closed while it was on its way
        }
        Optional<Watch> watch = watches.find(found.server());
        Optional<Found> before = Optional.ofNullable(watched.get(found.server()));
        if (watch.isEmpty()) {
            watches.add(found.connection());
            watched.put(found.server(), found);
            tell();
        } else if (before.isPresent() && !before.get().equals(found)) {
            watched.put(found.server(), found);
            // Restarted with another password, say: one that a person typed gives way only to one that opens.
            found.credentials().ifPresent(known -> watch.get().authorise(known.password()));
            tell();
        }
    }

    private void landed(Finds finds) {
        if (looking.isEmpty()) {
            return;
        }
        finds.servers().forEach(this::found);
        List<ServerId> there = finds.servers().stream().map(Found::server).toList();
        missing.keySet().removeAll(there);
        List.copyOf(watched.keySet()).stream()
                .filter(server -> !there.contains(server))
                .forEach(this::miss);
        boolean differs = !last.equals(Optional.of(finds));
        last = Optional.of(finds);
        if (differs) {
            tell();
        }
    }

    /** What had work to do when it went stays, as unreachable: a person shall see what became of that. */
    private void miss(ServerId server) {
        int looks = missing.merge(server, 1, Integer::sum);
        boolean atWork = book.tasks().stream()
                .filter(task -> task.key().server().equals(server))
                .anyMatch(task -> task.status().active() || endedWithOpenCode(task));
        if (looks >= LOOKS_BEFORE_GONE && !atWork) {
            watched.remove(server);
            missing.remove(server);
            watches.drop(server);
            tell();
        }
    }

    private static boolean endedWithOpenCode(AgentTask task) {
        return task.outcome()
                .filter(outcome -> outcome.why().code() == Reason.Code.OPENCODE_ENDED)
                .isPresent();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        looking.ifPresent(Looking::close);
        looking = Optional.empty();
    }
}
