package taskglass.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.Connection;
import taskglass.opencode.OpenCodeClient;
import taskglass.task.ServerId;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.SavedPermission;

/**
 * Facts about individual servers, and commands for them. Nothing here blocks. Not thread-safe: used on the store's
 * thread only.
 */
public final class Servers {
    /**
     * What is known about the connection to a server.
     *
     * @param version the version that it last reported; empty before that
     * @param latency how long the last request waited for its answer
     */
    public record Facts(Optional<String> version, Optional<Duration> latency) {
        private static final Facts NONE = new Facts(Optional.empty(), Optional.empty());

        private static Facts of(OpenCodeClient client) {
            return new Facts(client.version(), client.latency());
        }
    }

    /** Later than anything a server could list: the answer is so small that only the fact that it came counts. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final CommandRouter commandRouter;

    Servers(ServerMonitors monitors, CommandRunner commands, CommandRouter commandRouter) {
        this.monitors = monitors;
        this.commands = commands;
        this.commandRouter = commandRouter;
    }

    /**
     * Tries a server without watching it. Returns its version once it has also answered a listing, which requires the
     * password.
     */
    public CompletionStage<String> probe(Connection connection) {
        return commands.run(connection.server(), () -> {
            try (connection) {
                String version = connection.client().identify();
                connection.client().sessions(Optional.of(LATER), page -> {});
                return version;
            }
        });
    }

    public Facts facts(ServerId server) {
        return monitors.find(server).map(ServerMonitor::client).map(Facts::of).orElse(Facts.NONE);
    }

    /** How many events of each type unknown to Taskglass a server has sent: it may be newer than Taskglass. */
    public Map<String, Long> unknownEvents(ServerId server) {
        return monitors.find(server).map(ServerMonitor::unknownEvents).orElseGet(Map::of);
    }

    /** The ids of received items that were left out, because OpenCode makes no such ids. */
    public List<String> refusedIds(ServerId server) {
        return monitors.find(server).map(ServerMonitor::refusedIds).orElseGet(List::of);
    }

    /** Asks a server again at once. */
    public void retry(ServerId server) {
        with(server, ServerMonitor::retry);
    }

    /** Tries a server again with a password that the user typed. The password is kept in memory only. */
    public void authorise(ServerId server, String password) {
        with(server, monitor -> monitor.authorise(password));
    }

    /** Pauses or resumes all requests to a server and its event stream. */
    public void pause(ServerId server, boolean now) {
        with(server, monitor -> monitor.pause(now));
    }

    /** Allows the password to be sent in plain text: the user was warned and agreed. */
    public void allowPlainHttp(ServerId server) {
        with(server, ServerMonitor::allowPlainHttp);
    }

    /** Announces a server that will be watched as soon as its password is known. */
    void expect(ServerId server) {
        monitors.expect(server);
    }

    /** Whether all servers that are to be watched are watched. */
    public boolean complete() {
        return monitors.complete();
    }

    /** Stops watching a server, and forgets its tasks. */
    public void drop(ServerId server) {
        monitors.drop(server);
    }

    /** What can be chosen for a launch in a directory ("" for the server's own). */
    public CompletionStage<LaunchChoices> choices(ServerId server, String directory) {
        return commandRouter.choices(server, directory);
    }

    /** Whether a server saves permissions that were granted permanently. Other servers forget them on a restart. */
    public boolean storesPermissions(ServerId server) {
        return monitors.find(server)
                .filter(monitor -> monitor.client().storesPermissions())
                .isPresent();
    }

    /** Returns what was permanently allowed in a directory's project. The server loads the project for that. */
    public CompletionStage<List<SavedPermission>> savedPermissions(ServerId server, String directory) {
        return commandRouter.query(server, client -> client.savedPermissions(directory));
    }

    /** Revokes a permission: from now on agents of the directory's project ask again. */
    public CompletionStage<SavedPermission> revoke(ServerId server, String directory, SavedPermission permission) {
        return commandRouter.query(server, client -> {
            client.revoke(permission, directory);
            return permission;
        });
    }

    private void with(ServerId server, Consumer<ServerMonitor> order) {
        monitors.find(server).ifPresent(order);
    }
}
