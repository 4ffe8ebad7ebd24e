package taskglass.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where each server keeps its sessions, as far as its process tells: two servers show the same sessions only where both are
 * local and keep them at one place. What a server says of itself, such as the ids that it lists, proves nothing.
 */
final class Databases {
    private final Function<ServerId, Optional<String>> place;
    private final Predicate<ServerId> answers;
    private final Map<ServerId, String> known = new HashMap<>();

    /**
     * @param place where a local server keeps its sessions, by its process
     * @param answers which servers answer: one that does not is still what it was
     */
    Databases(Function<ServerId, Optional<String>> place, Predicate<ServerId> answers) {
        this.place = place;
        this.answers = answers;
    }

    /** The same words for servers of the same database, as of the last {@link #look}. */
    String of(ServerId server) {
        return known.computeIfAbsent(server, one -> place.apply(one).orElseGet(() -> own(one)));
    }

    /** Looks anew at all that were asked for; whether any has another one than before. */
    boolean look() {
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
