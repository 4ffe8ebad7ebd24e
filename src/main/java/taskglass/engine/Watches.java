package taskglass.engine;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.Connection;
import taskglass.task.Activity;
import taskglass.task.Change;
import taskglass.task.Fact;
import taskglass.task.Listing;
import taskglass.task.LocalProcess;
import taskglass.task.LocalProcesses;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;

/** The watched servers in the order in which they were named, and what changes mean for watching them. */
final class Watches implements AutoCloseable {
    private final Map<ServerId, Watch> watches = new LinkedHashMap<>();
    private final Set<ServerId> expected = new HashSet<>();
    private final TaskBook book;
    private final Inbox inbox;
    private final Clock clock;
    private final Pace pace;
    private List<LocalProcess> processes = List.of();
    private final Scheduler scheduler;
    private final Bugs bugs;

    Watches(TaskBook book, Inbox inbox, Clock clock, Pace pace, Scheduler scheduler, Bugs bugs) {
        this.book = book;
        this.inbox = inbox;
        this.clock = clock;
        this.pace = pace;
        this.scheduler = scheduler;
        this.bugs = bugs;
    }

    /** Starts watching a server. One that is already watched stays as it is. */
    void add(Connection connection) {
        book.checkOwner();
        expected.remove(connection.server());
        if (!watches.containsKey(connection.server())) {
            begin(connection);
        }
    }

    /** Replaces the earlier connection to the same server. What is known of its tasks stays. */
    void again(Connection connection) {
        find(connection.server()).ifPresent(Watch::close);
        begin(connection);
    }

    private void begin(Connection connection) {
        Watch watch = new Watch(connection, book, new News(inbox, bugs), clock, pace, scheduler);
        watches.put(connection.server(), watch);
        watch.start();
    }

    /** Marks a server whose password is awaited, unless it is already watched. */
    void expect(ServerId server) {
        book.checkOwner();
        if (!watches.containsKey(server)) {
            expected.add(server);
        }
    }

    /** Whether no expected server is missing any more. */
    boolean complete() {
        book.checkOwner();
        return expected.isEmpty();
    }

    List<ServerId> servers() {
        book.checkOwner();
        return List.copyOf(watches.keySet());
    }

    Optional<Watch> find(ServerId server) {
        book.checkOwner();
        return Optional.ofNullable(watches.get(server));
    }

    /** A scan has found these OpenCode processes of this user. */
    void looked(List<LocalProcess> found) {
        if (!found.equals(processes) || book.processes().equals(LocalProcesses.UNKNOWN)) {
            processes = found;
            inbox.post(new Change.Processes(found));
        }
    }

    /** Stops watching a server, and forgets its tasks. */
    void drop(ServerId server) {
        expected.remove(server);
        find(server).ifPresent(this::drop);
    }

    /** Stops watching servers that never answered, and those that were started from here and have ended. */
    void dropUseless() {
        List.copyOf(watches.values()).stream().filter(this::isOfNoUse).forEach(this::drop);
    }

    /** Removes the results of commands on a server that has been removed since. */
    List<Change> ofWatched(List<Change> batch) {
        return batch.stream().filter(this::concernsUs).toList();
    }

    private boolean concernsUs(Change change) {
        return switch (change) {
            case Change.Forgotten _, Change.ServerEnded _ -> true;
            default -> change.about().map(watches::containsKey).orElse(true);
        };
    }

    /** The changes that the store has just applied may require a listing at once. */
    void heard(List<Change> batch) {
        batch.forEach(this::heard);
        watches.values().forEach(watch -> wake(watch, batch));
    }

    private void heard(Change change) {
        if (change instanceof Change.Listed(Listing listing)) {
            find(listing.question().server()).ifPresent(Watch::answered);
        }
        // A server started from here that has ended will not come back at that address. What it last reported stays on
        // the screen.
        if (change instanceof Change.ServerEnded(ServerId server, var _, var _)) {
            find(server).ifPresent(Watch::close);
        }
    }

    /**
     * Requests an early listing if the server's health changed or something needs to be read. A server in trouble is
     * left alone.
     */
    private void wake(Watch watch, List<Change> batch) {
        ServerHealth health = book.health(watch.server());
        watch.stands(health);
        boolean doubted = batch.stream().anyMatch(change -> isDoubted(watch.server(), change));
        if (health.trouble().isEmpty() && (doubted || book.readingIsUrgent(watch.server()))) {
            watch.pollWhenPaid();
        }
    }

    /** Whether work was reported that the store has not believed because the report seems to be late. */
    private boolean isDoubted(ServerId server, Change change) {
        return change instanceof Change.Heard(TaskKey key, var _, Fact.Doing(Activity activity))
                && key.server().equals(server)
                && activity.active()
                && book.find(key).filter(task -> !task.activity().active()).isPresent();
    }

    private boolean isOfNoUse(Watch watch) {
        ServerHealth health = book.health(watch.server());
        return health.listed().isEmpty()
                || health.trouble().filter(Trouble.Ended.class::isInstance).isPresent();
    }

    private void drop(Watch watch) {
        watch.close();
        watches.remove(watch.server());
        inbox.post(new Change.Forgotten(watch.server()));
    }

    @Override
    public void close() {
        watches.values().forEach(Watch::close);
    }
}
