package taskglass.engine.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.ServerId;
import taskglass.task.store.TaskStore;

/**
 * Names each server for good. Ports change, so a local server is named by the place of its database. All others are
 * named by their URL.
 */
final class ServerIdentities {
    private final TaskStore store;
    private final Duration patience;
    private final Map<ServerId, String> databases = new HashMap<>();
    private final Map<ServerId, Instant> asked = new HashMap<>();

    /** {@code patience} is how long a scan may take to find the process of a server on this machine. */
    ServerIdentities(TaskStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /** Returns the server's name; empty while it may still turn out to be local. */
    Optional<String> of(ServerId server) {
        store.processes().place(server).ifPresent(place -> databases.put(server, place));
        Optional<String> place = Optional.ofNullable(databases.get(server));
        return place.isPresent() ? place : Optional.of(server.canonicalUrl()).filter(_ -> isElsewhere(server));
    }

    private boolean isElsewhere(ServerId server) {
        Instant since = asked.computeIfAbsent(server, _ -> store.now());
        return !server.isLoopback() || !store.now().isBefore(since.plus(patience));
    }
}
