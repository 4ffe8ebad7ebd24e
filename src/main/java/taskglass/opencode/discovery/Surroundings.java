package taskglass.opencode.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import taskglass.opencode.Credentials;

/**
 * Where is looked, and with what.
 *
 * @param concerned which processes named opencode are looked at, by their ids
 * @param services where OpenCode's background service may have written of itself: files, or the folder of them
 * @param ports those on loopback that are looked at whoever listens there
 * @param password what a server may be opened with that OpenCode itself, run by this user, opened
 */
public record Surroundings(
        Machine machine,
        LongPredicate concerned,
        List<Path> services,
        Set<Integer> ports,
        Optional<Credentials> password) {
    /** Where {@code opencode serve} listens if nothing else is asked for, and 2's background service of two channels. */
    public static final Set<Integer> DEFAULT_PORTS = Set.of(4096, 49374, 49375);

    public Surroundings {
        services = List.copyOf(services);
        ports = Set.copyOf(ports);
    }

    /** All of this machine but what this program started itself: that is known already. */
    public static Surroundings ofThisMachine(
            Map<String, String> environment, Path home, Optional<Credentials> password) {
        return new Surroundings(
                Machine.ofThis(), pid -> !startedHere(pid), List.of(state(environment, home)), DEFAULT_PORTS, password);
    }

    /** The same on every system. */
    static Path state(Map<String, String> environment, Path home) {
        Path state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local/state"));
        return state.resolve("opencode");
    }

    private static boolean startedHere(long pid) {
        ProcessHandle here = ProcessHandle.current();
        Optional<ProcessHandle> above = ProcessHandle.of(pid);
        while (above.isPresent() && !above.get().equals(here)) {
            above = above.get().parent();
        }
        return above.isPresent();
    }
}
