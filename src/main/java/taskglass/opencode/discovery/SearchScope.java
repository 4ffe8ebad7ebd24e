package taskglass.opencode.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import taskglass.opencode.http.Credentials;

/**
 * The places and the means to search for OpenCode.
 *
 * @param concerned which processes named opencode are considered, by their ids
 * @param own which of them this program started itself, so that they are already known as servers
 * @param services where OpenCode's background service may have written its file
 * @param defaultPort the port on loopback that is checked whichever process listens there; if it is OpenCode's own,
 *     those of its background services are checked, too
 * @param password the password to try on a server that OpenCode itself, run by this user, opened
 */
public record SearchScope(
        LocalMachine machine,
        LongPredicate concerned,
        LongPredicate own,
        List<Path> services,
        int defaultPort,
        Optional<Credentials> password) {
    /** Where {@code opencode serve} listens if the port is free and no other is requested. */
    public static final int DEFAULT_PORT = 4096;

    /** Where the background service of OpenCode 2 and that of its local channel listen. */
    private static final Set<Integer> SERVICE_PORTS = Set.of(0xc0de, 0xc0df);

    public SearchScope {
        services = List.copyOf(services);
    }

    /** Surroundings without processes started by this program. */
    public SearchScope(
            LocalMachine localMachine,
            LongPredicate concerned,
            List<Path> services,
            int defaultPort,
            Optional<Credentials> password) {
        this(localMachine, concerned, pid -> false, services, defaultPort, password);
    }

    /** Everything on this computer. */
    public static SearchScope ofThisMachine(
            Map<String, String> environment, Path home, Optional<Credentials> password) {
        return new SearchScope(
                LocalMachine.ofThis(),
                pid -> true,
                SearchScope::startedHere,
                services(environment, home),
                DEFAULT_PORT,
                password);
    }

    /** Whether OpenCode may be on a port, whichever process listens there. */
    boolean isDefault(int port) {
        return port == defaultPort || (defaultPort == DEFAULT_PORT && SERVICE_PORTS.contains(port));
    }

    /** The path is the same on every system. */
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
