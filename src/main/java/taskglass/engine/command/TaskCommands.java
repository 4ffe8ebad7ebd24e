package taskglass.engine.command;

import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.session.LastPrompt;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.request.Refusal;
import taskglass.task.request.RemovalState;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Carries out the user's commands on an existing task, except cancel. Every method is called on the store's thread and
 * returns at once. Stages complete on that thread and fail with a {@link CommandFailed}. The effect of a command shows
 * in the store.
 */
public final class TaskCommands {
    private final TaskStore store;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final Inbox inbox;
    private final Clock clock;
    private final PendingRemovals removals;

    public TaskCommands(TaskStore store, ServerMonitors monitors, CommandRunner commands, Inbox inbox, Clock clock) {
        this.store = store;
        this.monitors = monitors;
        this.commands = commands;
        this.inbox = inbox;
        this.clock = clock;
        this.removals = new PendingRemovals(store, inbox, clock, this::order);
    }

    /** A request to a task's server, run on a command thread. */
    @FunctionalInterface
    interface Errand<T> {
        T run(OpenCodeClient client, SessionInfo session) throws ServerTrouble;
    }

    /**
     * Sends a task another prompt. If the task is running, its server queues the prompt until the run ends.
     *
     * @param assignment the agent and model to use; whatever it leaves open stays as it was
     */
    public CompletionStage<TaskKey> prompt(TaskKey key, Assignment assignment, String text) {
        return prompt(key, assignment, text, PromptDelivery.STEER);
    }

    /** Sends a task another prompt. The delivery takes effect if the task is running and its server supports it. */
    public CompletionStage<TaskKey> prompt(
            TaskKey key, Assignment assignment, String text, PromptDelivery promptDelivery) {
        return order(key, (client, session) -> {
            Assignment who = assignment.or(session.assignment());
            commands.check(client).check(who, session.directory());
            // OpenCode 1.2 accepts prompts for sessions that do not exist.
            client.session(key, session.directory());
            client.prompt(session, who, text, promptDelivery);
            return key;
        });
    }

    /** Whether a prompt for that task can be delivered either at once or after the run. */
    public boolean knowsDelivery(TaskKey key) {
        return monitors.find(key.server())
                .filter(monitor -> monitor.client().knowsDelivery())
                .isPresent();
    }

    /** Drops the prompts that are queued for a task. */
    public CompletionStage<TaskKey> dropQueued(TaskKey key) {
        List<String> waiting = store.find(key).map(AgentTask::queue).stream()
                .flatMap(queue -> queue.waiting().stream())
                .map(QueuedPrompt::id)
                .toList();
        return order(key, (client, session) -> {
            for (String prompt : waiting) {
                client.drop(session, prompt);
            }
            inbox.post(new Change.Heard(key, clock.instant(), new Fact.Waiting(client.waiting(session))));
            return key;
        });
    }

    /** Sends a task's last prompt again in the same session, to the same agent and model. */
    public CompletionStage<TaskKey> retry(TaskKey key) {
        return order(key, (client, session) -> {
            LastPrompt last = client.lastPrompt(session);
            if (last.isEmpty()) {
                throw new CommandFailed(new Refusal.NoPrompt(client.server()));
            }
            commands.check(client).check(last.assignment(), session.directory());
            client.prompt(session, last);
            return key;
        });
    }

    /** Renames a task, on its server as well. */
    public CompletionStage<TaskKey> rename(TaskKey key, String title) {
        return order(key, (client, session) -> {
            inbox.post(new Change.Found(client.server(), List.of(client.rename(session, title))));
            return key;
        });
    }

    /**
     * Removes a task and all its descendants after a few seconds, unless the user takes that back. Removals still
     * pending when the engine closes are not carried out.
     *
     * @return whether the task was removed; false if the removal was taken back
     */
    public CompletionStage<Boolean> remove(TaskKey key, RemovalState how) {
        commands.later(PendingRemovals.PATIENCE.plusMillis(1), removals::update);
        return removals.request(key, how);
    }

    /**
     * Whether a directory exists on a server. This can only be checked for a server that shares this computer's files;
     * for any other server the answer is true.
     */
    public CompletionStage<Boolean> hasDirectory(ServerId server, String path) {
        boolean local = store.processes().sharesFiles(server);
        return commands.run(server, () -> !local || new File(path).isDirectory());
    }

    /** Takes back the removal of a task. */
    public void undoRemoval(TaskKey key) {
        removals.undo(key);
    }

    /** Called when time has passed or changes have arrived. */
    public void update() {
        removals.update();
    }

    public void close() {
        removals.close();
    }

    private <T> CompletionStage<T> order(TaskKey key, Errand<T> errand) {
        Optional<AgentTask> task = store.find(key).filter(known -> !known.deleted());
        Optional<ServerMonitor> watch = monitors.find(key.server());
        if (task.isEmpty() || watch.isEmpty()) {
            return CompletableFuture.failedFuture(new CommandFailed(
                    watch.isEmpty() ? new Refusal.NotWatched(key.server()) : new Refusal.Gone(key.server())));
        }
        OpenCodeClient client = watch.get().client();
        SessionInfo session = task.get().session();
        return commands.run(key.server(), () -> atServer(client, session, errand))
                .whenComplete((done, failure) -> watch.get().pollSoon());
    }

    private static <T> T atServer(OpenCodeClient client, SessionInfo session, Errand<T> errand) throws ServerTrouble {
        try {
            return errand.run(client, session);
        } catch (ServerTrouble trouble) {
            throw new CommandFailed(
                    trouble.notFound()
                            ? new Refusal.Gone(client.server())
                            : new Refusal.Troubled(client.server(), trouble.trouble()));
        }
    }
}
