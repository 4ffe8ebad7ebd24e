package taskglass.task.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import taskglass.task.ServerId;

/**
 * Knows where each server stores its sessions, as far as its process shows. Two servers show the same sessions only if
 * both are local and use the same database. What a server reports about itself, such as the ids it lists, proves
 * nothing.
 */
final class ServerDatabases {
    private final Function<ServerId, Optional<String>> place;
    private final Predicate<ServerId> answers;
    private final Map<ServerId, String> known = new HashMap<>();

    /**
     * Creates the lookup.
     *
     * @param place where a local server stores its sessions, according to its process
     * @param answers which servers answer; a server that does not answer keeps its last known database
     */
    ServerDatabases(Function<ServerId, Optional<String>> place, Predicate<ServerId> answers) {
        this.place = place;
        this.answers = answers;
    }

    /** Returns the same text for servers of the same database, as of the last {@link #refresh}. */
    String of(ServerId server) {
        return known.computeIfAbsent(server, one -> place.apply(one).orElseGet(() -> own(one)));
    }

    /** Looks up all requested servers again. Returns whether any of them now has a different database. */
    boolean refresh() {
        Map<ServerId, String> before = Map.copyOf(known);
        known.replaceAll((server, was) -> now(server, was));
        return !known.equals(before);
    }

    private String now(ServerId server, String was) {
        return place.apply(server).orElseGet(() -> answers.test(server) ? own(server) : was);
    }

    private static String own(ServerId server) {
        return "of " + server.url() + " alone";
    }
}
