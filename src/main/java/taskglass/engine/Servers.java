package taskglass.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import taskglass.opencode.Connection;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Refusal;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;

/** What a person may know and order of each server by itself. Belongs to the owner's thread; nothing here blocks. */
public final class Servers {
    /**
     * What is known of the way to a server.
     *
     * @param version as it last said; empty until it has
     * @param latency how long the last request waited for its answer
     */
    public record Facts(Optional<String> version, Optional<Duration> latency) {
        private static final Facts NONE = new Facts(Optional.empty(), Optional.empty());

        private static Facts of(OpenCodeClient client) {
            return new Facts(client.version(), client.latency());
        }
    }

    /** Long after all that a server could list: so little is asked for that only the answer itself counts. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final Watches watches;
    private final Commands commands;

    Servers(Watches watches, Commands commands) {
        this.watches = watches;
        this.commands = commands;
    }

    /** Tries a server without watching it: its version, once it has also listed something, which wants the password. */
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
        return watches.find(server).map(Watch::client).map(Facts::of).orElse(Facts.NONE);
    }

    /** How many events of each type a server has sent that nobody here knows: it may be newer than Taskglass. */
    public Map<String, Long> unknownEvents(ServerId server) {
        return watches.find(server).map(Watch::unknownEvents).orElseGet(Map::of);
    }

    /** The ids of what a server has sent that was left out: they are none that OpenCode makes. */
    public List<String> refusedIds(ServerId server) {
        return watches.find(server).map(Watch::refusedIds).orElseGet(List::of);
    }

    /** Asks a server nothing and hears nothing of it from now on, or goes on. */
    public void pause(ServerId server, boolean now) {
        with(server, watch -> watch.pause(now));
    }

    /** Lets its password travel in plain text: a person was told, and wants it. */
    public void allowPlainHttp(ServerId server) {
        with(server, Watch::allowPlainHttp);
    }

    /** A server is going to be watched, as soon as its password is known. */
    void expect(ServerId server) {
        watches.expect(server);
    }

    /** Whether all servers that are to be watched are watched. */
    public boolean complete() {
        return watches.complete();
    }

    /** Stops watching a server, and forgets its tasks. */
    public void drop(ServerId server) {
        watches.drop(server);
    }

    /** Whether a server stores what is allowed for good; others forget it when they are restarted. */
    public boolean storesPermissions(ServerId server) {
        return watches.find(server)
                .filter(watch -> watch.client().storesPermissions())
                .isPresent();
    }

    /** What was allowed for good in a directory's project, which the server loads for that. */
    public CompletionStage<List<SavedPermission>> savedPermissions(ServerId server, String directory) {
        return ask(server, client -> client.savedPermissions(directory));
    }

    /** From now on agents of the directory's project ask for that again. */
    public CompletionStage<SavedPermission> revoke(ServerId server, String directory, SavedPermission permission) {
        return ask(server, client -> {
            client.revoke(permission, directory);
            return permission;
        });
    }

    /** Something to be asked at a server, on a command thread. */
    private interface Asking<T> {
        T ask(OpenCodeClient client) throws ServerTrouble;
    }

    private <T> CompletionStage<T> ask(ServerId server, Asking<T> asking) {
        return watches.find(server)
                .map(Watch::client)
                .map(client -> commands.run(server, () -> asking.ask(client)))
                .orElseGet(() -> CompletableFuture.failedFuture(new CommandFailed(new Refusal.NotWatched(server))));
    }

    private void with(ServerId server, Consumer<Watch> order) {
        watches.find(server).ifPresent(order);
    }
}
