package taskglass.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
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
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.engine.transcript.LiveTranscripts;
import taskglass.opencode.Connection;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.Refusal;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
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
    private final TaskStore book;
    private final Inbox inbox;
    private final CommandRunner commands;
    private final OwnServers ownServers;
    private final OwnOpenCode ownOpenCode;
    private final Notices notices;
    private final ParentMessages parentMessages;
    private final ServerMonitors watches;
    private final CancelCommands cancelOrders;
    private final TaskCommands acting;
    private final LiveTranscripts followings;
    private final RunReadQueue readings;
    private final Answers answers;
    private final Discovery discovery;
    private final InternalErrors bugs;
    private final List<Consumer<StoreDiff>> diffListeners = new ArrayList<>();
    private final List<Consumer<Notice>> noticeListeners = new ArrayList<>();
    private final List<Runnable> messageListeners = new ArrayList<>();

    public Engine(Clock clock, Executor owner, LocalOpenCode local) {
        this(clock, owner, local, ReadLimits.WINDOW);
    }

    public Engine(Clock clock, Executor owner, LocalOpenCode local, ReadLimits appetite) {
        this(clock, owner, local, appetite, Timing.USUAL);
    }

    Engine(Clock clock, Executor owner, LocalOpenCode local, ReadLimits appetite, Timing pace) {
        this(clock, owner, local, appetite, pace, Scheduler.of(owner));
    }

    public Engine(
            Clock clock, Executor owner, LocalOpenCode local, ReadLimits appetite, Timing pace, Scheduler scheduler) {
        this.book = new TaskStore(clock, appetite);
        this.bugs = new InternalErrors(owner);
        this.inbox = new Inbox(owner, scheduler, this::apply);
        this.watches = new ServerMonitors(book, inbox, clock, pace, scheduler, bugs);
        this.commands = new CommandRunner(clock, inbox, owner, bugs, scheduler);
        this.cancelOrders = new CancelCommands(book, watches, commands, inbox, clock);
        this.acting = new TaskCommands(book, watches, commands, inbox, clock, owner);
        this.followings = new LiveTranscripts(book, watches, commands, owner);
        this.readings = new RunReadQueue(book, watches, commands, inbox);
        this.answers = new Answers(book, inbox, watches, commands);
        this.ownServers = new OwnServers(inbox, local);
        this.ownOpenCode = new OwnOpenCode(ownServers, watches, commands, book);
        this.discovery = new Discovery(watches, ownServers, book, commands, owner, pace);
        this.notices = new Notices(book, this::publish);
        this.parentMessages = new ParentMessages(book, this::send, () -> messageListeners.forEach(Runnable::run));
    }

    public TaskStore book() {
        return book;
    }

    /** The watched servers, in the order in which they were named. */
    public List<ServerId> servers() {
        return watches.servers();
    }

    /** The health of each watched server, in the same order. */
    public List<ServerHealth> health() {
        return servers().stream().map(book::health).toList();
    }

    /** Starts watching a server. A server that is already watched stays as it is. */
    public void watch(Connection connection) {
        watches.add(connection);
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
        bugs.onBug(listener);
    }

    public void onPendingMessages(Runnable listener) {
        messageListeners.add(listener);
    }

    /** Facts about individual servers, and commands for them. */
    public Servers upkeep() {
        return new Servers(watches, commands);
    }

    /** Asks a server again at once. */
    public void retry(ServerId server) {
        watches.find(server).ifPresent(ServerMonitor::retry);
    }

    /** Tries a server again with a password that the user typed. The password is kept in memory only. */
    public void authorise(ServerId server, String password) {
        watches.find(server).ifPresent(watch -> watch.authorise(password));
    }

    /** What can be chosen for a launch in a directory ("" for the server's own). */
    public CompletionStage<LaunchChoices> choices(ServerId server, String directory) {
        return with(server, client -> commands.choices(client, directory));
    }

    public CompletionStage<TaskKey> launch(LaunchRequest request) {
        boolean local = book.processes().sharesFiles(request.server());
        return with(request.server(), client -> commands.launch(client, request, local));
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
    public LiveTranscripts followings() {
        return followings;
    }

    /** Asks the servers to stop these tasks and all their running descendants. The effect shows in the store. */
    public void cancel(List<TaskKey> tasks) {
        cancelOrders.cancel(tasks);
    }

    /** The other commands that the user can give on a task. */
    public TaskCommands acting() {
        return acting;
    }

    /** Answers a request that a task waits for. The effect shows in the store. */
    public void answer(TaskKey task, String request, Answer answer) {
        answers.give(task, request, answer);
    }

    /** The messages that have not been delivered to parents yet, oldest first. */
    public List<ParentMessage> pendingMessages() {
        return parentMessages.pending();
    }

    /** Drops the messages that wait for a parent. */
    public void clearMessages(TaskKey parent) {
        parentMessages.clear(parent);
    }

    /** The servers that this window started. */
    public OwnOpenCode ownOpenCode() {
        return ownOpenCode;
    }

    /** Stops watching and ends the servers that were started from here, which may take seconds. */
    @Override
    public void close() {
        discovery.close();
        acting.close();
        cancelOrders.close();
        commands.close();
        watches.close();
        ownServers.close();
    }

    private void apply(List<Change> all) {
        List<Change> batch = watches.ofWatched(all);
        StoreDiff diff = book.apply(batch, bugs::report);
        if (!diff.isEmpty()) {
            diffListeners.forEach(listener -> listener.accept(diff));
        }
        parentMessages.forgetDeleted(diff);
        notices.onDiff(diff);
        if (batch.stream().anyMatch(Change.Listed.class::isInstance) || diff.anyNewStatus()) {
            parentMessages.deliver();
        }
        watches.onBatch(batch);
        readings.onBatch(batch);
        followings.onBatch(batch, diff);
        cancelOrders.update(batch);
        acting.update();
    }

    private void publish(Notice notice) {
        parentMessages.settled(notice.task());
        noticeListeners.forEach(listener -> listener.accept(notice));
    }

    private void send(ParentMessage message, boolean mayHaveArrived) {
        TaskKey key = message.parent();
        SessionInfo parent = book.find(key).map(AgentTask::session).orElseGet(() -> SessionInfo.idOnly(key));
        with(key.server(), client -> commands.deliver(client, message, parent, mayHaveArrived))
                .whenComplete((sent, failure) -> parentMessages.answered(message, failure == null));
    }

    private <T> CompletionStage<T> with(ServerId server, Function<OpenCodeClient, CompletionStage<T>> command) {
        return watches.find(server)
                .map(ServerMonitor::client)
                .map(command)
                .orElseGet(() -> CompletableFuture.failedFuture(new CommandFailed(new Refusal.NotWatched(server))));
    }
}
