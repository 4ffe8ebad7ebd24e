package taskglass.task.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ListingRequest;
import taskglass.task.status.Provenance;
import taskglass.task.status.ServerHealth;
import taskglass.task.status.StatusExplanation;
import taskglass.task.status.StatusReason;

/**
 * The store of all tasks and servers. Not thread-safe: the thread that first uses it owns it (the JavaFX thread in the
 * window), and all other threads are refused. News from other threads arrives as a {@link Change}.
 */
public final class TaskStore {
    private final Clock clock;
    private final TaskIndex index;
    private final SessionDeduplicator deduplicator;
    private final ServerStates servers;
    private final PollPlanner planner;
    private final OtherWorkers otherWorkers;
    private final ChangeApplier changes;
    private Optional<Thread> owner = Optional.empty();

    public TaskStore(Clock clock) {
        this(clock, ReadLimits.WINDOW);
    }

    public TaskStore(Clock clock, ReadLimits limits) {
        this.clock = clock;
        this.planner = new PollPlanner(limits);
        this.index = new TaskIndex(limits.kept());
        this.servers = new ServerStates(clock.instant(), index);
        this.deduplicator = new SessionDeduplicator(
                index, server -> health(server).answers(), server -> processes().database(server));
        this.otherWorkers = new OtherWorkers(index, server -> health(server).isCurrent());
        this.changes = new ChangeApplier(clock, index, servers, planner, otherWorkers);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Applies a batch of changes in order. Returns the differences. */
    public StoreDiff apply(List<Change> batch) {
        return apply(batch, fault -> {
            throw fault;
        });
    }

    /** Applies changes in order. One that fails is reported to {@code faults} and does not affect the others. */
    public StoreDiff apply(List<Change> batch, Consumer<RuntimeException> faults) {
        checkOwner();
        StoreDiff diff = new StoreDiff();
        for (Change change : batch) {
            try {
                changes.apply(change, diff);
            } catch (RuntimeException fault) {
                faults.accept(fault);
            }
        }
        index.trim(diff);
        diff.dropEqual();
        return deduplicator.visible(diff);
    }

    /** All tasks, each once, even if it is seen through several servers. */
    public Collection<AgentTask> tasks() {
        checkOwner();
        return deduplicator.shown(index.tasks());
    }

    /** The task with that key; empty also if its session is shown under another server. */
    public Optional<AgentTask> find(TaskKey key) {
        checkOwner();
        return index.find(key).filter(task -> deduplicator.shows(key));
    }

    /** Whether the server has such a session, even if it is shown under another server. */
    public boolean knows(TaskKey key) {
        checkOwner();
        return index.find(key).filter(task -> !task.deleted()).isPresent();
    }

    /** Whether its latest run continued after this store was opened, so that its end is news. */
    public boolean wasObserved(AgentTask task) {
        checkOwner();
        return task.ranSince(servers.opened());
    }

    /** Whether it has started a child in the background that has not begun to work, as far as is known. */
    boolean hasUnbegunChild(TaskKey parent) {
        checkOwner();
        return index.hasUnbegunChild(parent);
    }

    public List<AgentTask> children(TaskKey parent) {
        checkOwner();
        return List.copyOf(deduplicator.shown(index.children(parent)));
    }

    /** The task's parent, if it is in the store. */
    public Optional<AgentTask> parent(AgentTask task) {
        return task.session().parent().flatMap(this::find);
    }

    /** Returns the same text for servers that show the same sessions. */
    public String database(ServerId server) {
        return deduplicator.database(server);
    }

    /** How the task's status is known. */
    public Provenance provenance(AgentTask task) {
        return Provenance.of(task, health(task.key().server()));
    }

    /** The few facts behind the task's status, most important first. */
    public List<StatusReason> why(AgentTask task) {
        return StatusExplanation.of(task, health(task.key().server()), clock.instant());
    }

    public ServerHealth health(ServerId server) {
        checkOwner();
        return servers.health(server);
    }

    /** Whether any task of the server is at work or must be read, so that polling must continue at full rate. */
    public boolean anyOpen(ServerId server) {
        checkOwner();
        return !index.open(server).isEmpty();
    }

    /** Whether its server could report nothing more about the task than is known. */
    public boolean isRead(AgentTask task) {
        checkOwner();
        return ReadNeeds.isRead(task) && !otherWorkers.toBeLookedFor(task);
    }

    /** Returns a question for the whole latest run of a task, and for nothing else. */
    public ListingRequest wholeRun(AgentTask task) {
        return PollPlanner.wholeRun(
                task, changes.revision(), processes().sharesFiles(task.key().server()));
    }

    /** Returns the question for the next poll of a server. */
    public ListingRequest nextRequest(ServerId server) {
        checkOwner();
        servers.pollStarted(server, clock.instant());
        return planner.nextRequest(
                health(server), changes.revision(), index, processes().sharesFiles(server));
    }

    /** The OpenCode processes of this user, which show which servers are local. */
    public LocalProcesses processes() {
        checkOwner();
        return otherWorkers.processes();
    }

    /** Whether something needs reading that the last question did not ask for. */
    public boolean readingIsUrgent(ServerId server) {
        checkOwner();
        return planner.urgent(server, index);
    }

    /** Throws unless called on the thread that owns the store. Other objects of that thread use it too. */
    public void checkOwner() {
        Thread here = Thread.currentThread();
        owner = owner.or(() -> Optional.of(here));
        if (!owner.get().equals(here)) {
            throw new IllegalStateException("the task store belongs to " + owner.get() + ", not to " + here);
        }
    }
}
