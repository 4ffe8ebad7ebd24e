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

/** The servers being watched, in the order in which they were named, and what news means for watching them. */
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

    /** One that is watched already stays as it is. */
    void add(Connection connection) {
        book.checkOwner();
        expected.remove(connection.server());
        if (!watches.containsKey(connection.server())) {
            begin(connection);
        }
    }

    /** In place of the one that led there before: what is known of its tasks stays. */
    void again(Connection connection) {
        find(connection.server()).ifPresent(Watch::close);
        begin(connection);
    }

    private void begin(Connection connection) {
        Watch watch = new Watch(connection, book, new News(inbox, bugs), clock, pace, scheduler);
        watches.put(connection.server(), watch);
        watch.start();
    }

    /** One whose password is awaited; one that is watched already is not. */
    void expect(ServerId server) {
        book.checkOwner();
        if (!watches.containsKey(server)) {
            expected.add(server);
        }
    }

    /** Whether nobody is expected any more. */
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

    /** A look around has found these OpenCode processes of this user's. */
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

    /** Without the answers to what a person ordered of a server that has been removed since. */
    List<Change> ofWatched(List<Change> batch) {
        return batch.stream().filter(this::concernsUs).toList();
    }

    private boolean concernsUs(Change change) {
        return switch (change) {
            case Change.Forgotten _, Change.ServerEnded _ -> true;
            default -> change.about().map(watches::containsKey).orElse(true);
        };
    }

    /** What the book has just taken in may call for a listing at once. */
    void heard(List<Change> batch) {
        batch.forEach(this::heard);
        watches.values().forEach(watch -> wake(watch, batch));
    }

    private void heard(Change change) {
        if (change instanceof Change.Listed(Listing listing)) {
            find(listing.question().server()).ifPresent(Watch::answered);
        }
        // A server of ours that has ended will not come back there: what it said last stays on the screen.
        if (change instanceof Change.ServerEnded(ServerId server, var _, var _)) {
            find(server).ifPresent(Watch::close);
        }
    }

    /** A listing that cannot wait: the server stands otherwise, or something needs reading. A troubled server is left be. */
    private void wake(Watch watch, List<Change> batch) {
        ServerHealth health = book.health(watch.server());
        watch.stands(health);
        boolean doubted = batch.stream().anyMatch(change -> isDoubted(watch.server(), change));
        if (health.trouble().isEmpty() && (doubted || book.readingIsUrgent(watch.server()))) {
            watch.pollWhenPaid();
        }
    }

    /** Whether work was told of that the book has not believed, since it seems to come late. */
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
