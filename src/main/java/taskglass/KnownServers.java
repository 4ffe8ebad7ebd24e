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
 * What a command may know of servers that nobody named.
 *
 * @param around where it looks for them, given the password of the environment
 * @param added those that a person added
 * @param lent those that windows of this user started, with what opens them; blocks for a moment
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

    /** None but those that are found there. */
    static KnownServers found(Function<Optional<Credentials>, Surroundings> around) {
        return new KnownServers(around, ServerList::none, List::of);
    }

    /** What running windows lend, and what others left running. */
    static List<OwnServer> lentIn(Path folder, LocalOpenCode left) {
        return Stream.concat(Lending.from(folder).stream(), left.left().stream())
                .toList();
    }
}
