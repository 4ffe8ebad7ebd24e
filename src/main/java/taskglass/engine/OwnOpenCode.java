package taskglass.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.local.OwnServer;
import taskglass.task.ServerId;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/**
 * Starts, stops and restarts the OpenCode servers of this window, and lets them run on without it. Nothing here blocks,
 * except where noted. Not thread-safe: used on the store's thread only.
 */
public final class OwnOpenCode {
    private final OwnServers servers;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final TaskStore store;
    private final List<Runnable> listeners = new ArrayList<>();

    OwnOpenCode(OwnServers servers, ServerMonitors monitors, CommandRunner commands, TaskStore store) {
        this.servers = servers;
        this.monitors = monitors;
        this.commands = commands;
        this.store = store;
    }

    /** The OpenCode program on this computer, if it is installed. */
    public Optional<Path> installed() {
        return servers.installed();
    }

    /** Registers a listener that is called whenever a server has been started, taken over or stopped. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Starts OpenCode in a folder as a child process and watches it, in place of servers that never answered. */
    public CompletionStage<ServerId> start(Path folder) {
        return commands.run(new ServerId(""), () -> servers.start(folder)).thenApply(connection -> {
            monitors.dropUseless();
            return watch(connection);
        });
    }

    /** Stops a server if it still runs, with everything running there, and starts it again in the same folder. */
    public CompletionStage<ServerId> restart(ServerId server) {
        return commands.run(server, () -> servers.restart(server)).thenApply(connection -> {
            if (!connection.server().equals(server)) {
                monitors.drop(server);
            }
            return watch(connection);
        });
    }

    /** Stops a server, with everything running there. */
    public CompletionStage<ServerId> stop(ServerId server) {
        return commands.run(server, () -> {
                    servers.stop(server);
                    return server;
                })
                .thenApply(stopped -> {
                    notifyListeners();
                    return stopped;
                });
    }

    /**
     * Lets all of them run on when Taskglass ends. Completes once the information that the next window needs to find
     * them is written.
     */
    public CompletionStage<Boolean> leave() {
        return commands.run(new ServerId(""), () -> {
            servers.leave();
            return true;
        });
    }

    /** Watches the servers that other windows left running. They belong to this window from now on. */
    public CompletionStage<List<ServerId>> takeOver() {
        return commands.run(new ServerId(""), servers::takeOver)
                .thenApply(connections -> connections.stream().map(this::watch).toList());
    }

    /** Watches a server that another window started, with the password that it lends. */
    public void borrow(OwnServer lent) {
        servers.borrowed(lent.server());
        monitors.find(lent.server())
                .ifPresentOrElse(
                        monitor -> monitor.authorise(lent.credentials().password()),
                        () -> monitors.add(lent.connection()));
    }

    private ServerId watch(Connection connection) {
        monitors.again(connection);
        notifyListeners();
        return connection.server();
    }

    private void notifyListeners() {
        listeners.forEach(Runnable::run);
    }

    /** The running servers, with their credentials. Thread-safe. */
    public List<OwnServer> running() {
        return servers.running();
    }

    /** The credentials of one of them while it runs. */
    public Optional<Credentials> credentials(ServerId server) {
        return servers.credentials(server);
    }

    /** Whether it is one of them, even if it has ended. */
    public boolean isOurs(ServerId server) {
        return servers.everStarted(server);
    }

    public boolean runs(ServerId server) {
        return servers.started(server);
    }

    /** The tasks running on all of them, which closing would end. */
    public List<AgentTask> atWork() {
        return store.tasks().stream()
                .filter(task -> task.status().active() && runs(task.key().server()))
                .toList();
    }

    /** The tasks running on one of them. */
    public List<AgentTask> atWork(ServerId server) {
        return atWork().stream()
                .filter(task -> task.key().server().equals(server))
                .toList();
    }
}
