package taskglass;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.engine.inbox.SerialTasks;
import taskglass.settings.Keychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.task.ServerId;
import taskglass.text.ServerNames;
import taskglass.text.ServerNames.Named;

/** The servers that the user added, as a command watches them: all except paused ones. */
record ShellServers(ServerList list, Keychain keychain, Executor owner) {
    /**
     * Shorter than a command waits for its servers. A server whose password does not arrive in time is asked without
     * it, and reports that.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Uses the keychain of this machine, with a timeout. */
    static ShellServers ofThisMachine(ServerList list, Executor owner) {
        // Not closed: it may wait for a keychain that never answers, and ends with the command.
        return new ShellServers(list, Keychain.ofThisMachine(new SerialTasks("keychain"), PATIENCE), owner);
    }

    /**
     * Watches the servers. One whose password is in the keychain is watched once the keychain has answered; it does not
     * delay the others.
     */
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
