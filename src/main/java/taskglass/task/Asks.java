package taskglass.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The requests of one session.
 *
 * @param open the requests that wait for the user, oldest first
 * @param closed ids of the requests answered during this run; a late listing may still contain them
 */
record Asks(List<Attention> open, Set<String> closed) {
    static final Asks NONE = new Asks(List.of(), Set.of());

    Optional<Attention> find(String id) {
        return open.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** Adds a request, or updates a known one. */
    Asks asked(Attention request, Instant when) {
        if (closed.contains(request.id())) {
            return this;
        }
        if (find(request.id()).isPresent()) {
            return new Asks(
                    open.stream()
                            .map(known -> known.id().equals(request.id()) ? known.retold(request) : known)
                            .toList(),
                    closed);
        }
        List<Attention> more = new ArrayList<>(open);
        more.add(request.firstKnown(when));
        return new Asks(List.copyOf(more), closed);
    }

    Asks answered(String id) {
        Set<String> more = closed.contains(id)
                ? closed
                : Stream.concat(closed.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
        return new Asks(open.stream().filter(known -> !known.id().equals(id)).toList(), more);
    }

    /** Replaces the open requests with those of a listing that was asked for at that revision. */
    Asks listed(List<Attention> listed, Instant when, long asked) {
        Map<String, Attention> known = open.stream().collect(Collectors.toMap(Attention::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        return new Asks(
                listed.stream()
                        .filter(request -> !closed.contains(request.id()) && seen.add(request.id()))
                        .map(request -> Optional.ofNullable(known.get(request.id()))
                                .map(before -> before.retold(request))
                                .orElseGet(() -> request.firstKnown(when)))
                        .map(request -> request.listed(asked))
                        .toList(),
                closed);
    }

    Asks answering(String id, Answering now, long revision) {
        return new Asks(
                open.stream()
                        .map(known -> known.id().equals(id) ? known.answering(now, revision) : known)
                        .toList(),
                closed);
    }
}
