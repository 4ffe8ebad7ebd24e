package taskglass.task.status;

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
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;

/**
 * The requests of one session.
 *
 * @param open the requests that wait for the user, oldest first
 * @param closed ids of the requests answered during this run; a late listing may still contain them
 */
public record OpenRequests(List<Attention> open, Set<String> closed) {
    static final OpenRequests NONE = new OpenRequests(List.of(), Set.of());

    Optional<Attention> find(String id) {
        return open.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** Adds a request, or updates a known one. */
    public OpenRequests asked(Attention request, Instant when) {
        if (closed.contains(request.id())) {
            return this;
        }
        if (find(request.id()).isPresent()) {
            return new OpenRequests(
                    open.stream()
                            .map(known -> known.id().equals(request.id()) ? known.updatedBy(request) : known)
                            .toList(),
                    closed);
        }
        List<Attention> more = new ArrayList<>(open);
        more.add(request.firstKnown(when));
        return new OpenRequests(List.copyOf(more), closed);
    }

    public OpenRequests answered(String id) {
        Set<String> more = closed.contains(id)
                ? closed
                : Stream.concat(closed.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
        return new OpenRequests(
                open.stream().filter(known -> !known.id().equals(id)).toList(), more);
    }

    /** Replaces the open requests with those of a listing that was asked for at that revision. */
    public OpenRequests listed(List<Attention> listed, Instant when, long asked) {
        Map<String, Attention> known = open.stream().collect(Collectors.toMap(Attention::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        return new OpenRequests(
                listed.stream()
                        .filter(request -> !closed.contains(request.id()) && seen.add(request.id()))
                        .map(request -> Optional.ofNullable(known.get(request.id()))
                                .map(before -> before.updatedBy(request))
                                .orElseGet(() -> request.firstKnown(when)))
                        .map(request -> request.listed(asked))
                        .toList(),
                closed);
    }

    public OpenRequests answering(String id, AnswerState now, long revision) {
        return new OpenRequests(
                open.stream()
                        .map(known -> known.id().equals(id) ? known.answering(now, revision) : known)
                        .toList(),
                closed);
    }
}
