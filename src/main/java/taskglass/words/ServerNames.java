package taskglass.words;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import taskglass.task.ServerId;

/**
 * What servers are called: as a person named them, else by host and port. Like the language it is one for the whole
 * program. Safe from any thread.
 */
public final class ServerNames {
    private static final AtomicReference<Map<ServerId, Named>> NAMED = new AtomicReference<>(Map.of());

    /** What a person calls a server, and the colour by which it is told from others. */
    public record Named(String name, String colour) {}

    private ServerNames() {}

    /** These servers have names from now on, and no others. */
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
