package taskglass.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import taskglass.opencode.Credentials;
import taskglass.opencode.discovery.Machine;
import taskglass.opencode.discovery.Surroundings;

/** Parts of this machine for tests to look around in: others run their own OpenCode here, and tests their own beside. */
public final class Around {
    /** Nobody listens at the port of the discard service. */
    public static final int NO_PORT = 9;

    private Around() {}

    /** Only the processes that it is told of. */
    public static Surroundings processes(LongPredicate concerned) {
        return processes(concerned, "");
    }

    /** With a password in the environment, unless it is empty. */
    public static Surroundings processes(LongPredicate concerned, String password) {
        return new Surroundings(Machine.ofThis(), concerned, List.of(), NO_PORT, credentials(password));
    }

    public static Surroundings servers(RealOpenCode... servers) {
        return processes(pid -> List.of(servers).stream().anyMatch(server -> server.runs(pid)));
    }

    /** Only what a service has written there of itself. */
    public static Surroundings service(Path file) {
        return new Surroundings(Machine.ofThis(), pid -> false, List.of(file), NO_PORT, Optional.empty());
    }

    /** These servers, and what a service has written there of itself. */
    public static Surroundings serversAndService(Path file, RealOpenCode... servers) {
        return new Surroundings(
                Machine.ofThis(),
                pid -> List.of(servers).stream().anyMatch(server -> server.runs(pid)),
                List.of(file),
                NO_PORT,
                Optional.empty());
    }

    /** Only that port, with a password in the environment. */
    public static Surroundings port(int port, String password) {
        return new Surroundings(Machine.ofThis(), pid -> false, List.of(), port, credentials(password));
    }

    private static Optional<Credentials> credentials(String password) {
        return Optional.of(password)
                .filter(words -> !words.isEmpty())
                .map(words -> new Credentials(Credentials.DEFAULT_USER, words));
    }
}
