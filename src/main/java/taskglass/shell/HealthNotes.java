package taskglass.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/** What a command that goes on for long tells of its servers: that one is in trouble, and that it is back. */
final class HealthNotes {
    private final Map<ServerId, Optional<Trouble>> told = new HashMap<>();

    /** The sentences that are news since the last time. */
    List<String> news(List<ServerHealth> servers) {
        return servers.stream().flatMap(server -> news(server).stream()).toList();
    }

    private Optional<String> news(ServerHealth server) {
        Optional<Trouble> before = told.put(server.server(), server.trouble());
        if (before == null || before.equals(server.trouble())) {
            return before == null ? TroubleWords.of(server) : Optional.empty();
        }
        return server.trouble().isPresent()
                ? TroubleWords.of(server).map(sentence -> sentence + " Trying again.")
                : Optional.of(server.server().url() + " answers again.");
    }
}
