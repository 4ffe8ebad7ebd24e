package taskglass.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The one picture of all tasks and servers. It belongs to the thread that first touches it (the JavaFX thread in the
 * window) and refuses all others; whatever is learnt elsewhere comes in as a {@link Change}.
 */
public final class TaskBook {
    private final Clock clock;
    private final Shelf shelf;
    private final Twins twins;
    private final ServerNotes servers;
    private final Agenda agenda;
    private final Elsewhere elsewhere;
    private Optional<Thread> owner = Optional.empty();
    private long revision;

    public TaskBook(Clock clock) {
        this(clock, Appetite.WINDOW);
    }

    public TaskBook(Clock clock, Appetite appetite) {
        this.clock = clock;
        this.servers = new ServerNotes(clock.instant());
        this.agenda = new Agenda(appetite);
        this.shelf = new Shelf(appetite.kept());
        this.twins = new Twins(
                shelf, server -> health(server).answers(), server -> processes().database(server));
        this.elsewhere = new Elsewhere(shelf, server -> health(server).tells());
    }

    public Instant now() {
        return clock.instant();
    }

    /** Takes in a batch, in order, and tells what differs afterwards. */
    public BookDiff apply(List<Change> batch) {
        return apply(batch, fault -> {
            throw fault;
        });
    }

    /** The same, but a change on which we choke takes no other along. */
    public BookDiff apply(List<Change> batch, Consumer<RuntimeException> faults) {
        checkOwner();
        BookDiff diff = new BookDiff();
        for (Change change : batch) {
            try {
                apply(change, diff);
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }
        shelf.trim(diff);
        diff.dropEqual();
        return twins.seen(diff);
    }

    /** Each once, through however many servers it is seen. */
    public Collection<AgentTask> tasks() {
        checkOwner();
        return twins.shown(shelf.tasks());
    }

    /** Empty, too, for a session that stands in the list as another server tells it. */
    public Optional<AgentTask> find(TaskKey key) {
        checkOwner();
        return shelf.find(key).filter(task -> twins.shows(key));
    }

    /** Whether the server has such a session, wherever that stands in the list. */
    public boolean knows(TaskKey key) {
        checkOwner();
        return shelf.find(key).filter(task -> !task.deleted()).isPresent();
    }

    /** Whether its latest run went on since this book was opened, so that its end is news. */
    public boolean inSight(AgentTask task) {
        checkOwner();
        return task.ranSince(servers.opened());
    }

    public List<AgentTask> children(TaskKey parent) {
        checkOwner();
        return List.copyOf(twins.shown(shelf.children(parent)));
    }

    /** The task's parent, as far as it is in the book. */
    public Optional<AgentTask> parent(AgentTask task) {
        return task.session().parent().flatMap(this::find);
    }

    /** The same words for servers that show the same sessions. */
    public String database(ServerId server) {
        return twins.database(server);
    }

    /** How the task's status is known. */
    public Provenance provenance(AgentTask task) {
        return Provenance.of(task, health(task.key().server()));
    }

    /** The few facts behind the task's status, the weightiest first. */
    public List<Why> why(AgentTask task) {
        return Explanation.of(task, health(task.key().server()), clock.instant());
    }

    public ServerHealth health(ServerId server) {
        checkOwner();
        return servers.health(server);
    }

    /** Whether any task of the server is at work or to be read, so that polling must go on at full pace. */
    public boolean anyOpen(ServerId server) {
        checkOwner();
        return !shelf.open(server).isEmpty();
    }

    /** Whether its server could tell no more of the task than is known of it. */
    public boolean isRead(AgentTask task) {
        checkOwner();
        return Agenda.isRead(task) && !elsewhere.toBeLookedFor(task);
    }

    /** What asks for all of a task's latest run, and for nothing else. */
    public Question wholeRun(AgentTask task) {
        return Agenda.wholeRun(
                task, revision, processes().sharesFiles(task.key().server()));
    }

    /** What the next poll of a server shall ask. */
    public Question question(ServerId server) {
        checkOwner();
        servers.asked(server, clock.instant());
        return agenda.question(health(server), revision, shelf, processes().sharesFiles(server));
    }

    /** The OpenCode processes of this user, by which a server is known to be a local one. */
    public LocalProcesses processes() {
        checkOwner();
        return elsewhere.processes();
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
            case Change.Read(Listing.Reading reading, long asked) ->
                Landing.landReading(reading, asked, rules(reading.key().server(), clock.instant()), shelf, diff);
            case Change.Found(ServerId server, var sessions) ->
                Landing.landSessions(sessions, rules(server, clock.instant()), shelf, diff);
            case Change.ListingFailed(ServerId server, Trouble trouble) -> {
                agenda.listAll(server, revision); // another server may answer there next, with other sessions
                servers.note(health(server).troubled(trouble), diff);
            }
            case Change.StreamOpened(ServerId server) -> streaming(server, true, diff);
            case Change.StreamLost(ServerId server) -> streaming(server, false, diff);
            case Change.ServerEnded(ServerId server, var lines, boolean stopped) -> {
                elsewhere.ended(server, stopped, rules(server, clock.instant()), diff);
                servers.note(
                        health(server).streaming(false).troubled(new Trouble.Ended(String.join("\n", lines))), diff);
            }
            case Change.Processes(var found) -> elsewhere.looked(found, server -> rules(server, clock.instant()), diff);
            case Change.Forgotten(ServerId server) -> {
                shelf.forget(server, diff);
                agenda.forget(server);
                servers.forget(server);
                diff.noteServers();
            }
            case Change.Launched(SessionInfo session, Launch launch) -> {
                AgentTask task = shelf.find(session.key()).orElseGet(() -> AgentTask.first(session));
                shelf.put(rules(session.key().server(), clock.instant()).launched(task, launch), diff);
            }
            case Change.Withdrawn(TaskKey key) -> shelf.remove(key, diff);
            case Change.Parts(TaskKey key, Parting how) -> order(key, orders -> orders.parting(how), diff);
            case Change.LookedAt(TaskKey key) -> agenda.look(key);
            case Change.CancelAsked(TaskKey key, var at) ->
                order(key, orders -> orders.cancel(new Cancel.Asked(at, Cancel.Holdup.NONE)), diff);
            case Change.AnswerStands(TaskKey key, String request, Answering now) ->
                shelf.find(key)
                        .map(task -> TaskRules.asks(task, task.pulse().asks().answering(request, now, revision)))
                        .ifPresent(task -> shelf.put(task, diff));
            case Change.CancelStands(TaskKey key, Cancel now) ->
                order(key, orders -> orders.cancel().wanted() ? orders.cancel(now) : orders, diff);
        }
    }

    private void heard(TaskKey key, Fact fact, TaskRules rules, BookDiff diff) {
        Optional<AgentTask> known = shelf.find(key);
        if (shelf.wasRemoved(key) || (known.isEmpty() && !fact.tellsOfLife())) {
            return;
        }
        AgentTask task = known.orElseGet(() -> AgentTask.first(SessionInfo.unheard(key)));
        shelf.hear(key, fact, diff);
        if (fact instanceof Fact.Archived && !task.status().active()) {
            shelf.remove(key, diff);
        } else {
            shelf.put(rules.heard(task, fact), diff);
        }
    }

    private TaskRules rules(ServerId server, Instant now) {
        return new TaskRules(revision, now, servers.turned(server), servers.vigil(server), elsewhere);
    }

    private void listed(Listing listing, BookDiff diff) {
        TaskRules rules = rules(listing.question().server(), clock.instant());
        new Landing(listing, rules, shelf, diff).land();
        agenda.landed(listing);
        servers.note(health(listing.question().server()).listed(listing), diff);
    }

    private void streaming(ServerId server, boolean now, BookDiff diff) {
        servers.turned(server, revision);
        if (now) {
            agenda.listAll(server, revision);
        }
        for (AgentTask task : shelf.open(server)) {
            shelf.put(task.with(task.transcript().doubted(revision)), diff);
        }
        servers.note(health(server).streaming(now), diff);
    }

    private void order(TaskKey key, UnaryOperator<Orders> order, BookDiff diff) {
        shelf.find(key).ifPresent(task -> shelf.put(task.with(order.apply(task.orders())), diff));
    }

    /** Refuses every thread but the owner's, for what else belongs to it. */
    public void checkOwner() {
        Thread here = Thread.currentThread();
        owner = owner.or(() -> Optional.of(here));
        if (!owner.get().equals(here)) {
            throw new IllegalStateException("the task book belongs to " + owner.get() + ", not to " + here);
        }
    }
}
