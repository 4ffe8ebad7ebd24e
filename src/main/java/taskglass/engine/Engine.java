package taskglass.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.engine.command.Answers;
import taskglass.engine.command.CancelCommands;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.command.ParentMessages;
import taskglass.engine.command.RunReadQueue;
import taskglass.engine.command.TaskCommands;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.engine.inbox.Timing;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.engine.recording.LedgerRecorder;
import taskglass.engine.transcript.LiveTranscripts;
import taskglass.ledger.Ledger;
import taskglass.opencode.Connection;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.ParentMessage;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.Change;
import taskglass.task.store.Notice;
import taskglass.task.store.ReadLimits;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/**
 * The interface of everything behind the window. Every method is called on the store's thread and returns at once.
 * Listeners and stages are called on that thread, too. A stage fails with a {@link CommandFailed} whose reason can be
 * shown to the user.
 */
public final class Engine implements AutoCloseable {
    private final TaskStore store;
    private final Inbox inbox;
    private final CommandRunner commands;
    private final CommandRouter commandRouter;
    private final OwnServers ownServers;
    private final OwnOpenCode ownOpenCode;
    private final Notices notices;
    private final ParentMessages parentMessages;
    private final ServerMonitors monitors;
    private final CancelCommands cancelCommands;
    private final TaskCommands taskCommands;
    private final LiveTranscripts transcripts;
    private final RunReadQueue readings;
    private final Answers answers;
    private final Discovery discovery;
    private final InternalErrors errors;
    private final LedgerRecorder.Subject subject;
    private LedgerRecorder recording;
    private final List<Consumer<StoreDiff>> diffListeners = new ArrayList<>();
    private final List<Consumer<Notice>> noticeListeners = new ArrayList<>();

    public Engine(Clock clock, Executor owner, LocalOpenCode local) {
        this(clock, owner, local, ReadLimits.WINDOW);
    }

    public Engine(Clock clock, Executor owner, LocalOpenCode local, ReadLimits limits) {
        this(clock, owner, local, limits, Timing.USUAL);
    }

    Engine(Clock clock, Executor owner, LocalOpenCode local, ReadLimits limits, Timing timing) {
        this(clock, owner, local, limits, timing, Scheduler.of(owner));
    }

    public Engine(
            Clock clock, Executor owner, LocalOpenCode local, ReadLimits limits, Timing timing, Scheduler scheduler) {
        this.store = new TaskStore(clock, limits);
        this.errors = new InternalErrors(owner);
        this.inbox = new Inbox(owner, scheduler, this::apply);
        this.monitors = new ServerMonitors(store, inbox, clock, timing, scheduler, errors);
        this.commands = new CommandRunner(clock, inbox, owner, errors, scheduler);
        this.commandRouter = new CommandRouter(store, monitors, commands);
        this.cancelCommands = new CancelCommands(store, monitors, commands, inbox, clock);
        this.taskCommands = new TaskCommands(store, monitors, commands, inbox, clock);
        this.transcripts = new LiveTranscripts(store, monitors, commands, owner);
        this.readings = new RunReadQueue(store, monitors, commands, inbox);
        this.answers = new Answers(store, inbox, monitors, commands);
        this.ownServers = new OwnServers(inbox, local);
        this.ownOpenCode = new OwnOpenCode(ownServers, monitors, commands, store);
        this.discovery = new Discovery(monitors, ownServers, store, commands, owner, timing);
        this.notices = new Notices(store, this::publish);
        this.subject =
                new LedgerRecorder.Subject(store, inbox::post, owner, timing.toFindProcesses(), discovery::isDemo);
        keepIn(Ledger.none());
        this.parentMessages = new ParentMessages(store, this::send);
    }

    /** Writes to that ledger what must survive a restart. The engine closes it. */
    public void keepIn(Ledger ledger) {
        recording = new LedgerRecorder(subject, ledger, this::tell);
    }

    /** What is kept in the ledger. */
    public LedgerRecorder recording() {
        return recording;
    }

    public TaskStore store() {
        return store;
    }

    /** The watched servers, in the order in which they were named. */
    public List<ServerId> servers() {
        return monitors.servers();
    }

    /** The health of each watched server, in the same order. */
    public List<ServerHealth> health() {
        return servers().stream().map(store::health).toList();
    }

    /** Starts watching a server. A server that is already watched stays as it is. */
    public void watch(Connection connection) {
        monitors.add(connection);
    }

    /** The discovery of servers that the user did not name. */
    public Discovery discovery() {
        return discovery;
    }

    public void onDiff(Consumer<StoreDiff> listener) {
        diffListeners.add(listener);
    }

    public void onNotice(Consumer<Notice> listener) {
        noticeListeners.add(listener);
    }

    /** Registers a listener that is called once for each bug in Taskglass itself that stops nothing. */
    public void onBug(Consumer<Throwable> listener) {
        errors.onBug(listener);
    }

    /** Facts about individual servers, and commands for them. */
    public Servers serverControl() {
        return new Servers(monitors, commands, commandRouter);
    }

    public CompletionStage<TaskKey> launch(LaunchRequest request) {
        return commandRouter.launch(request);
    }

    /** A task has come into view whose tool calls are not all known: they are read now. */
    public void requestReading(TaskKey task) {
        inbox.post(new Change.LookedAt(task));
    }

    /** Reads many tasks at once. */
    public RunReadQueue readings() {
        return readings;
    }

    /** The transcript of the one task that the user is viewing. */
    public LiveTranscripts liveTranscripts() {
        return transcripts;
    }

    /** Asks the servers to stop these tasks and all their running descendants. The effect shows in the store. */
    public void cancel(List<TaskKey> tasks) {
        cancelCommands.cancel(tasks);
    }

    /** The other commands that the user can give on a task. */
    public TaskCommands taskCommands() {
        return taskCommands;
    }

    /**
     * Answers a request that a task waits for. The effect shows in the store.
     *
     * @return whether the server took this answer; false if the request no longer waited
     */
    public CompletionStage<Boolean> answer(TaskKey task, String request, Answer answer) {
        return answers.give(task, request, answer);
    }

    /** The messages that have not been delivered to parents yet. */
    public ParentMessages parentMessages() {
        return parentMessages;
    }

    /** The servers that this window started. */
    public OwnOpenCode ownOpenCode() {
        return ownOpenCode;
    }

    /** Stops watching and ends the servers that were started from here, which may take seconds. */
    @Override
    public void close() {
        discovery.close();
        taskCommands.close();
        cancelCommands.close();
        commands.close();
        monitors.close();
        ownServers.close();
        recording.close();
    }

    private void apply(List<Change> all) {
        List<Change> batch = monitors.ofWatched(all);
        StoreDiff diff = store.apply(batch, errors::report);
        if (!diff.isEmpty()) {
            diffListeners.forEach(listener -> listener.accept(diff));
        }
        parentMessages.forgetDeleted(diff);
        notices.onDiff(diff);
        recording.onBatch(batch, diff);
        if (batch.stream().anyMatch(Change.Listed.class::isInstance) || diff.anyNewStatus()) {
            parentMessages.deliver();
        }
        monitors.onBatch(batch);
        readings.onBatch(batch);
        transcripts.onBatch(batch, diff);
        cancelCommands.update(batch);
        taskCommands.update();
    }

    private void publish(Notice notice) {
        parentMessages.settled(notice.task());
        recording.publish(notice);
    }

    private void tell(Notice notice) {
        noticeListeners.forEach(listener -> listener.accept(notice));
    }

    private void send(ParentMessage message, boolean mayHaveArrived) {
        commandRouter
                .deliver(message, mayHaveArrived)
                .whenComplete((sent, failure) -> parentMessages.answered(message, failure == null));
    }
}
