package taskglass.text;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import taskglass.task.ServerId;

/**
 * The names of servers: the user's own names, or else host and port. Like the language, they are global to the program.
 * Thread-safe.
 */
public final class ServerNames {
    private static final AtomicReference<Map<ServerId, Named>> NAMED = new AtomicReference<>(Map.of());

    /** The user's name for a server, and its colour. */
    public record Named(String name, String colour) {}

    private ServerNames() {}

    /** Sets the names of all named servers. Servers that are not in the map have no name. */
    public static void are(Map<ServerId, Named> named) {
        NAMED.set(Map.copyOf(named));
    }

    public static String of(ServerId server) {
        return find(server).map(Named::name).orElseGet(server::shortName);
    }

    public static Optional<String> colour(ServerId server) {
        return find(server).map(Named::colour);
    }

    private static Optional<Named> find(ServerId server) {
        return Optional.ofNullable(NAMED.get().get(server));
    }
}
