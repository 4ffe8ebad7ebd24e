package taskglass.opencode.discovery;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Which of the neighbours one look asks: those that were asked least often first, and no more once their time is over. So
 * many silent ones hold up neither this machine's servers nor, for ever, the one among them that would answer.
 */
final class NeighbourTurns {
    /** For all neighbours of one look. */
    static final Duration TIME = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Map<Candidate, Integer> asked = new HashMap<>();
    private OptionalLong begun = OptionalLong.empty();

    NeighbourTurns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A look begins at these. */
    List<Candidate> ordered(List<Candidate> neighbours) {
        asked.keySet().retainAll(neighbours);
        neighbours.forEach(neighbour -> asked.putIfAbsent(neighbour, 0));
        begun = OptionalLong.empty();
        return neighbours.stream().sorted(Comparator.comparing(asked::get)).toList();
    }

    /** Whether this one may be asked now; whoever is no neighbour may at any time. */
    boolean has(Candidate candidate) {
        if (!asked.containsKey(candidate)) {
            return true;
        }
        long now = nanos.getAsLong();
        begun = OptionalLong.of(begun.orElse(now));
        boolean inTime = now - begun.getAsLong() < TIME.toNanos();
        if (inTime) {
            asked.merge(candidate, 1, Integer::sum);
        }
        return inTime;
    }
}
