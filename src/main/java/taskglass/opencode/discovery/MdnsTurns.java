package taskglass.opencode.discovery;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Decides which neighbours one scan asks: the least often asked first, until their time is over. Many silent neighbours
 * therefore do not delay the servers of this computer, and cannot permanently block one among them that would answer.
 */
final class MdnsTurns {
    /** The time for all candidates of one scan. */
    static final Duration TIME = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Map<Candidate, Integer> probes = new HashMap<>();
    private OptionalLong begun = OptionalLong.empty();

    MdnsTurns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns the candidates in their order, and begins a scan. */
    List<Candidate> ordered(List<Candidate> candidates) {
        probes.keySet().retainAll(candidates);
        candidates.forEach(candidate -> probes.putIfAbsent(candidate, 0));
        begun = OptionalLong.empty();
        return candidates.stream().sorted(Comparator.comparing(probes::get)).toList();
    }

    /** Whether this candidate may be asked now. One that is not a neighbour may be asked at any time. */
    boolean has(Candidate candidate) {
        if (!probes.containsKey(candidate)) {
            return true;
        }
        long now = nanos.getAsLong();
        begun = OptionalLong.of(begun.orElse(now));
        boolean inTime = now - begun.getAsLong() < TIME.toNanos();
        if (inTime) {
            probes.merge(candidate, 1, Integer::sum);
        }
        return inTime;
    }
}
