package taskglass.shell.output;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.ServerHealth;
import taskglass.text.ListNames;

/** The messages of a long-running command about its servers: that one is in trouble, and that it is back. */
public final class HealthNotes {
    private final Map<ServerId, Optional<Trouble>> logged = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    /** Returns the messages that are new since the last call. */
    public List<String> news(List<ServerHealth> servers) {
        return servers.stream()
                .flatMap(server -> Stream.concat(news(server).stream(), refusals(server)))
                .toList();
    }

    /** A user who waits for a request must know that a server may never report it. */
    private Stream<String> refusals(ServerHealth server) {
        return server.refused().entrySet().stream()
                .map(lists -> server.server().url() + " refuses to list for " + lists.getKey() + ": "
                        + ListNames.of(lists.getValue()) + ". A task there may be "
                        + (lists.getValue().equals(Set.of(DirectoryList.STATUS))
                                ? "at work."
                                : "waiting for an answer."))
                .filter(refused::add)
                .map(TerminalText::plain)
                .sorted();
    }

    private Optional<String> news(ServerHealth server) {
        Optional<Trouble> before = logged.put(server.server(), server.trouble());
        if (before == null || before.equals(server.trouble())) {
            return before == null ? TroubleText.of(server) : Optional.empty();
        }
        return server.trouble().isPresent()
                ? TroubleText.of(server).map(sentence -> sentence + " Trying again.")
                : Optional.of(server.server().url() + " answers again.");
    }
}
