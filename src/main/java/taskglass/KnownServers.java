package taskglass;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import taskglass.ledger.Ledger;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OwnServer;
import taskglass.settings.ServerList;
import taskglass.task.ServerId;
import taskglass.ui.launch.LaunchMemory;

/**
 * What a command knows of this machine: the servers without {@code --server}, and the ledger.
 *
 * @param around where to look for them, given the password of the environment
 * @param added the servers that the user added
 * @param lastAgent the agent that the window used last on a server, "" for none
 * @param ledger opens the ledger
 * @param lent those that windows of this user started, with their credentials; blocks for a moment
 */
record KnownServers(
        Function<Optional<Credentials>, SearchScope> around,
        Supplier<ServerList> added,
        Function<ServerId, String> lastAgent,
        Supplier<Ledger> ledger,
        Supplier<List<OwnServer>> lent) {

    static KnownServers ofThisMachine(Map<String, String> environment) {
        return new KnownServers(
                password -> Taskglass.around(environment, password),
                Taskglass::added,
                server -> new LaunchMemory(Taskglass.settings()).lastAgent(server),
                KnownServers::ofThisUser,
                () -> lentIn(Taskglass.folder(), LocalOpenCode.ofThisMachine()));
    }

    /** Knows only the servers that are found there. */
    static KnownServers found(Function<Optional<Credentials>, SearchScope> around) {
        return new KnownServers(around, ServerList::none, server -> "", Ledger::none, List::of);
    }

    private static Ledger ofThisUser() {
        return Ledger.in(Taskglass.ledgerFile(), Clock.systemUTC(), trouble -> {});
    }

    /** Knows the same servers, with another ledger. */
    KnownServers with(Supplier<Ledger> other) {
        return new KnownServers(around, added, lastAgent, other, lent);
    }

    /** Returns the servers that running windows lend, and those that earlier windows left running. */
    static List<OwnServer> lentIn(Path folder, LocalOpenCode left) {
        return Stream.concat(ServerLending.from(folder).stream(), left.left().stream())
                .toList();
    }
}
