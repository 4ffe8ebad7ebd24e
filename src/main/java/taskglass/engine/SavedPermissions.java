package taskglass.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Refusal;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.Trouble;

/**
 * What persons have always allowed and servers of 2.x have stored, for the directories of all sessions that are known. To
 * ask about a directory starts its project there, so this is asked only when somebody wants to see it. Called on the
 * owner's thread; stages end on it.
 */
public final class SavedPermissions {
    private final TaskBook book;
    private final Watches watches;
    private final Commands commands;

    SavedPermissions(TaskBook book, Watches watches, Commands commands) {
        this.book = book;
        this.watches = watches;
        this.commands = commands;
    }

    /** The servers that store any. */
    public List<ServerId> servers() {
        return watches.servers().stream()
                .filter(server -> watches.find(server)
                        .filter(watch -> watch.client().storesPermissions())
                        .isPresent())
                .toList();
    }

    /** All that one server has stored, each rule once. */
    public CompletionStage<List<SavedPermission>> list(ServerId server) {
        Set<String> directories = book.tasks().stream()
                .filter(task -> task.key().server().equals(server))
                .map(task -> task.session().directory())
                .filter(directory -> !directory.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return with(server, client -> {
            Map<String, SavedPermission> found = new LinkedHashMap<>();
            for (String directory : directories) {
                stored(client, directory).forEach(rule -> found.putIfAbsent(rule.id(), rule));
            }
            return new ArrayList<>(found.values());
        });
    }

    /** From now on it is asked about again; what is stored then. */
    public CompletionStage<Boolean> revoke(SavedPermission rule) {
        return with(rule.server(), client -> {
            client.revoke(rule);
            return true;
        });
    }

    /** A directory that has gone must not hide the others. */
    private static List<SavedPermission> stored(OpenCodeClient client, String directory) throws ServerTrouble {
        try {
            return client.savedPermissions(directory);
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.Refused) {
                return List.of();
            }
            throw trouble;
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask(OpenCodeClient client) throws ServerTrouble;
    }

    private <T> CompletionStage<T> with(ServerId server, Asking<T> asking) {
        return watches.find(server)
                .map(watch -> commands.run(server, () -> asking.ask(watch.client())))
                .orElseGet(() -> CompletableFuture.failedStage(new CommandFailed(new Refusal.NotWatched(server))));
    }
}
