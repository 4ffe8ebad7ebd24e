package taskglass.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one picture of all tasks and servers. It belongs to the thread that first touches it (the JavaFX thread in the
 * window) and refuses all others; whatever is learnt elsewhere comes in as a {@link Change}.
 */
public final class TaskBook {
    private final Clock clock;
    private final Shelf shelf = new Shelf();
    private final Map<ServerId, ServerHealth> servers = new LinkedHashMap<>();
    /** The revision at which the event stream of a server last came or went: what was told around it may be missed. */
    private final Map<ServerId, Long> turned = new LinkedHashMap<>();

    private final Agenda agenda = new Agenda();
    private Optional<Thread> owner = Optional.empty();
    private long revision;

    public TaskBook(Clock clock) {
        this.clock = clock;
    }

    /** Takes in a batch, in order, and tells what differs afterwards. */
    public BookDiff apply(List<Change> batch) {
        checkOwner();
        BookDiff diff = new BookDiff();
        batch.forEach(change -> apply(change, diff));
        diff.dropEqual();
        return diff;
    }

    public Collection<AgentTask> tasks() {
        checkOwner();
        return shelf.tasks();
    }

    public Optional<AgentTask> find(TaskKey key) {
        checkOwner();
        return shelf.find(key);
    }

    public List<AgentTask> children(TaskKey parent) {
        checkOwner();
        return shelf.children(parent);
    }

    /** The task's parent, as far as it is in the book. */
    public Optional<AgentTask> parent(AgentTask task) {
        checkOwner();
        return task.session().parent().flatMap(shelf::find);
    }

    public ServerHealth health(ServerId server) {
        checkOwner();
        return servers.getOrDefault(server, ServerHealth.unknown(server));
    }

    /** Whether any task of the server is at work or to be read, so that polling must go on at full pace. */
    public boolean anyOpen(ServerId server) {
        checkOwner();
        return !shelf.open(server).isEmpty();
    }

    /** What the next poll of a server shall ask. */
    public Question question(ServerId server) {
        checkOwner();
        return agenda.question(health(server), revision, shelf);
    }

    /** Whether something needs reading that the last question did not ask for. */
    public boolean readingIsUrgent(ServerId server) {
        checkOwner();
        return agenda.urgent(server, shelf);
    }

    private void apply(Change change, BookDiff diff) {
        revision++;
        switch (change) {
            case Change.Heard(TaskKey key, var at, Fact fact) -> heard(key, fact, rules(key.server(), at), diff);
            case Change.Listed(Listing listing) -> listed(listing, diff);
            case Change.Found(ServerId server, var sessions) -> Landing.landSessions(sessions, shelf, diff);
            case Change.ListingFailed(ServerId server, Trouble trouble) ->
                note(health(server).troubled(trouble), diff);
            case Change.StreamOpened(ServerId server) -> {
                agenda.listAll(server, revision);
                streaming(server, true, diff);
            }
            case Change.StreamLost(ServerId server) -> streaming(server, false, diff);
            case Change.ServerEnded(ServerId server, var lines) -> {
                TaskRules rules = rules(server, clock.instant());
                shelf.open(server).forEach(task -> shelf.put(rules.leftBehind(task), diff));
                note(health(server).streaming(false).troubled(new Trouble.Ended(String.join("\n", lines))), diff);
            }
            case Change.Forgotten(ServerId server) -> {
                shelf.forget(server, diff);
                agenda.forget(server);
                servers.remove(server);
                turned.remove(server);
                diff.noteServers();
            }
            case Change.Launched(SessionInfo session, Launch launch) -> {
                AgentTask task = shelf.find(session.key()).orElseGet(() -> AgentTask.first(session));
                AgentTask launched = task.with(task.orders().launched(launch));
                shelf.put(launched.with(launched.sight().running()), diff);
            }
            case Change.Withdrawn(TaskKey key) -> shelf.remove(key, diff);
            case Change.LookedAt(TaskKey key) -> agenda.look(key);
            case Change.CancelAsked(TaskKey key, var at) -> cancel(key, new Cancel.Asked(at), diff);
            case Change.CancelIgnored(TaskKey key, String because) -> cancel(key, new Cancel.Ignored(because), diff);
        }
    }

    private void heard(TaskKey key, Fact fact, TaskRules rules, BookDiff diff) {
        if (shelf.wasRemoved(key)) {
            return;
        }
        Optional<AgentTask> known = shelf.find(key);
        if (known.isEmpty() && fact instanceof Fact.Deleted) {
            return;
        }
        AgentTask task = known.orElseGet(() -> AgentTask.first(SessionInfo.unheard(key)));
        shelf.put(rules.apply(task, fact), diff);
    }

    private TaskRules rules(ServerId server, Instant now) {
        return new TaskRules(revision, now, turned.getOrDefault(server, 0L));
    }

    private void listed(Listing listing, BookDiff diff) {
        TaskRules rules = rules(listing.question().server(), clock.instant());
        new Landing(listing, rules, shelf, diff).land();
        agenda.landed(listing);
        note(health(listing.question().server()).listedAt(listing.at()), diff);
    }

    private void streaming(ServerId server, boolean now, BookDiff diff) {
        turned.put(server, revision);
        for (AgentTask task : shelf.open(server)) {
            shelf.put(task.with(task.transcript().missedSome(revision)), diff);
        }
        note(health(server).streaming(now), diff);
    }

    private void cancel(TaskKey key, Cancel wish, BookDiff diff) {
        shelf.find(key).ifPresent(task -> shelf.put(task.with(task.orders().cancel(wish)), diff));
    }

    private void note(ServerHealth now, BookDiff diff) {
        ServerHealth before = servers.put(now.server(), now);
        if (before == null
                || !before.word().equals(now.word())
                || !before.trouble().equals(now.trouble())) {
            diff.noteServers();
        }
    }

    private void checkOwner() {
        Thread here = Thread.currentThread();
        if (owner.isEmpty()) {
            owner = Optional.of(here);
        }
        if (!owner.get().equals(here)) {
            throw new IllegalStateException("the task book belongs to " + owner.get() + ", not to " + here);
        }
    }
}
