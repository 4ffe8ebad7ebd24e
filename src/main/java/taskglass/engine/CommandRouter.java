package taskglass.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.Refusal;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/** Routes commands to the client of a watched server. They run on command threads, and fail for any other server. */
final class CommandRouter {
    /** A request to a server that has an answer. */
    @FunctionalInterface
    interface Query<T> {
        T send(OpenCodeClient client) throws ServerTrouble;
    }

    private final TaskStore store;
    private final ServerMonitors monitors;
    private final CommandRunner commands;

    CommandRouter(TaskStore store, ServerMonitors monitors, CommandRunner commands) {
        this.store = store;
        this.monitors = monitors;
        this.commands = commands;
    }

    CompletionStage<LaunchChoices> choices(ServerId server, String directory) {
        return with(server, client -> commands.choices(client, directory));
    }

    CompletionStage<TaskKey> launch(LaunchRequest request) {
        boolean local = store.processes().sharesFiles(request.server());
        return with(request.server(), client -> commands.launch(client, request, local));
    }

    CompletionStage<ParentMessage> deliver(ParentMessage message, boolean mayHaveArrived) {
        TaskKey key = message.parent();
        SessionInfo parent = store.find(key).map(AgentTask::session).orElseGet(() -> SessionInfo.idOnly(key));
        return with(key.server(), client -> commands.deliver(client, message, parent, mayHaveArrived));
    }

    <T> CompletionStage<T> query(ServerId server, Query<T> query) {
        return with(server, client -> commands.run(server, () -> query.send(client)));
    }

    private <T> CompletionStage<T> with(ServerId server, Function<OpenCodeClient, CompletionStage<T>> command) {
        return monitors.find(server)
                .map(ServerMonitor::client)
                .map(command)
                .orElseGet(() -> CompletableFuture.failedFuture(new CommandFailed(new Refusal.NotWatched(server))));
    }
}
