package taskglass;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.engine.InOrder;
import taskglass.settings.Keychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.task.ServerId;
import taskglass.words.ServerNames;
import taskglass.words.ServerNames.Named;

/** The servers that a person added, as a command watches them: all but those that are paused. */
record ShellServers(ServerList list, Executor owner) {

    /** A password that is in the keychain is waited for, before the command asks anything: nothing else goes on yet. */
    void watch(Engine engine) {
        Map<ServerId, Named> names = list.entries().stream()
                .collect(Collectors.toMap(
                        ServerEntry::server,
                        entry -> new Named(entry.name(), entry.mark().word())));
        ServerNames.are(names);
        AddedServers added = new AddedServers(engine, list, Keychain.none(), owner);
        // Not closed: it may wait for a keychain that never answers, and ends with the command.
        Keychain keychain = Keychain.ofThisMachine(new InOrder("keychain"));
        added.list().entries().stream()
                .filter(entry -> !entry.is(Flag.PAUSED))
                .forEach(entry -> engine.watch(AddedServers.connection(entry, password(keychain, entry))));
    }

    private static Optional<String> password(Keychain keychain, ServerEntry entry) {
        return entry.is(Flag.KEYCHAIN)
                ? keychain.password(entry.server(), entry.user())
                        .toCompletableFuture()
                        .join()
                : Optional.empty();
    }
}
