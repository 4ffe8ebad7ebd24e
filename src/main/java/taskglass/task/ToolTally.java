package taskglass.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The distinct tool calls of one run, by part id, in the order in which they were first seen.
 *
 * @param coveredTo id of the newest closed message up to which every call is known; empty for none
 * @param gap revision of the book at which calls may have been missed; {@link #NO_GAP} when none can have been
 */
public record ToolTally(SequencedMap<String, ToolCall> calls, String coveredTo, long gap) {
    private static final long NO_GAP = -1;
    static final ToolTally EMPTY = new ToolTally(new LinkedHashMap<>(), "", NO_GAP);

    public int count() {
        return calls.size();
    }

    /** Whether no call can be missing; otherwise the count is a lower bound. */
    public boolean exact() {
        return gap == NO_GAP;
    }

    public Optional<ToolCall> last() {
        return Optional.ofNullable(calls.lastEntry()).map(Map.Entry::getValue);
    }

    /** How many calls are going on now. */
    public long running() {
        return calls.values().stream().filter(call -> !call.state().over()).count();
    }

    /** Takes a call in; a state that is behind the one already known changes nothing. */
    ToolTally with(ToolCall call) {
        ToolCall known = calls.get(call.part());
        if (known != null && known.state().compareTo(call.state()) >= 0) {
            return this;
        }
        SequencedMap<String, ToolCall> more = new LinkedHashMap<>(calls);
        more.put(call.part(), call);
        return new ToolTally(more, coveredTo, gap);
    }

    /** Remembers that a message is closed: nothing can be added to it. */
    ToolTally closed(String message) {
        return exact() && message.compareTo(coveredTo) > 0 ? new ToolTally(calls, message, gap) : this;
    }

    /** The calls of the messages after a prompt. */
    ToolTally after(Prompt prompt) {
        SequencedMap<String, ToolCall> rest = new LinkedHashMap<>(calls);
        rest.values().removeIf(call -> !prompt.before(call.message()));
        return new ToolTally(rest, "", gap);
    }

    ToolTally missedSome(long revision) {
        return new ToolTally(calls, coveredTo, revision);
    }

    /** Nothing is known for sure, from the first call on. */
    ToolTally unknown(long revision) {
        return new ToolTally(calls, "", revision);
    }

    /** A complete reading, asked for at that revision, has been taken in. */
    ToolTally readAt(long revision) {
        return gap <= revision ? new ToolTally(calls, coveredTo, NO_GAP) : this;
    }
}
