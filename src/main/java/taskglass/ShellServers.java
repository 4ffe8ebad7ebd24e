package taskglass;

import java.time.Duration;
import java.util.Map;
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
record ShellServers(ServerList list, Keychain keychain, Executor owner) {
    /** Less than a command waits for its servers: one whose password nobody tells is asked without, and says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** With the keychain of this machine, which is given up after a while. */
    static ShellServers ofThisMachine(ServerList list, Executor owner) {
        // Not closed: it may wait for a keychain that never answers, and ends with the command.
        return new ShellServers(list, Keychain.ofThisMachine(new InOrder("keychain"), PATIENCE), owner);
    }

    /** One whose password is in the keychain is watched once that has told it; the others are not held up. */
    void watch(Engine engine) {
        Map<ServerId, Named> names = list.entries().stream()
                .collect(Collectors.toMap(
                        ServerEntry::server,
                        entry -> new Named(entry.name(), entry.mark().word())));
        ServerNames.are(names);
        AddedServers added = new AddedServers(engine, list, keychain, owner);
        list.entries().stream().filter(entry -> !entry.is(Flag.PAUSED)).forEach(added::watch);
    }
}
