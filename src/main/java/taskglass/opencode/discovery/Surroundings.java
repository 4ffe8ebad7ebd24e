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
 * @param own which of them this program started itself, so that they are known already as servers
 * @param services where OpenCode's background service may have written of itself
 * @param defaultPort the port on loopback that is looked at whoever listens there; if it is OpenCode's own, those of its
 *     background services are, too
 * @param password what a server may be opened with that OpenCode itself, run by this user, opened
 */
public record Surroundings(
        Machine machine,
        LongPredicate concerned,
        LongPredicate own,
        List<Path> services,
        int defaultPort,
        Optional<Credentials> password) {
    /** Where {@code opencode serve} listens when it is free and nothing else is asked for. */
    public static final int DEFAULT_PORT = 4096;

    /** Where the background service of OpenCode 2 listens, and that of its local channel. */
    private static final Set<Integer> SERVICE_PORTS = Set.of(0xc0de, 0xc0df);

    public Surroundings {
        services = List.copyOf(services);
    }

    /** The same where nothing of it was started by this program. */
    public Surroundings(
            Machine machine,
            LongPredicate concerned,
            List<Path> services,
            int defaultPort,
            Optional<Credentials> password) {
        this(machine, concerned, pid -> false, services, defaultPort, password);
    }

    /** All of this machine. */
    public static Surroundings ofThisMachine(
            Map<String, String> environment, Path home, Optional<Credentials> password) {
        return new Surroundings(
                Machine.ofThis(),
                pid -> true,
                Surroundings::startedHere,
                services(environment, home),
                DEFAULT_PORT,
                password);
    }

    /** Whether OpenCode may be there, whoever listens. */
    boolean isDefault(int port) {
        return port == defaultPort || (defaultPort == DEFAULT_PORT && SERVICE_PORTS.contains(port));
    }

    /** The same on every system. */
    static List<Path> services(Map<String, String> environment, Path home) {
        Path state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local/state"));
        return List.of(state.resolve("opencode").resolve("service.json"));
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
