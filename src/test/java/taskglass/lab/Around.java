package taskglass.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import taskglass.opencode.discovery.LocalMachine;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.http.Credentials;

/** Parts of this machine for tests to look around in: others run their own OpenCode here, and tests their own beside. */
public final class Around {
    /** Nobody listens at the port of the discard service. */
    public static final int NO_PORT = 9;

    private Around() {}

    /** Only the processes that it is told of. */
    public static SearchScope processes(LongPredicate concerned) {
        return processes(concerned, "");
    }

    /** With a password in the environment, unless it is empty. */
    public static SearchScope processes(LongPredicate concerned, String password) {
        return new SearchScope(LocalMachine.ofThis(), concerned, List.of(), NO_PORT, credentials(password));
    }

    public static SearchScope servers(RealOpenCode... servers) {
        return processes(pid -> List.of(servers).stream().anyMatch(server -> server.runs(pid)));
    }

    /** Only what a service has written there of itself. */
    public static SearchScope service(Path file) {
        return new SearchScope(LocalMachine.ofThis(), pid -> false, List.of(file), NO_PORT, Optional.empty());
    }

    /** These servers, and what a service has written there of itself. */
    public static SearchScope serversAndService(Path file, RealOpenCode... servers) {
        return new SearchScope(
                LocalMachine.ofThis(),
                pid -> List.of(servers).stream().anyMatch(server -> server.runs(pid)),
                List.of(file),
                NO_PORT,
                Optional.empty());
    }

    /** Only that port, with a password in the environment. */
    public static SearchScope port(int port, String password) {
        return new SearchScope(LocalMachine.ofThis(), pid -> false, List.of(), port, credentials(password));
    }

    private static Optional<Credentials> credentials(String password) {
        return Optional.of(password)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new Credentials(Credentials.DEFAULT_USER, secret));
    }
}
