package taskglass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import taskglass.opencode.Credentials;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OwnServer;
import taskglass.opencode.discovery.Surroundings;
import taskglass.settings.ServerList;

/**
 * The servers that a command knows without {@code --server}.
 *
 * @param around where to look for them, given the password of the environment
 * @param added the servers that the user added
 * @param lent those that windows of this user started, with their credentials; blocks for a moment
 */
record KnownServers(
        Function<Optional<Credentials>, Surroundings> around,
        Supplier<ServerList> added,
        Supplier<List<OwnServer>> lent) {

    static KnownServers ofThisMachine(Map<String, String> environment) {
        return new KnownServers(
                password -> Taskglass.around(environment, password),
                Taskglass::added,
                () -> lentIn(Taskglass.folder(), LocalOpenCode.ofThisMachine()));
    }

    /** Knows only the servers that are found there. */
    static KnownServers found(Function<Optional<Credentials>, Surroundings> around) {
        return new KnownServers(around, ServerList::none, List::of);
    }

    /** Returns the servers that running windows lend, and those that earlier windows left running. */
    static List<OwnServer> lentIn(Path folder, LocalOpenCode left) {
        return Stream.concat(Lending.from(folder).stream(), left.left().stream())
                .toList();
    }
}
