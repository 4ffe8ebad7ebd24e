package taskglass.task;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One state of one tool call. A server reports each call three to five times, always under the same part id.
 *
 * @param started when it began to run, by the server's clock; empty before that
 * @param result what some tools report of their work
 */
public record ToolCall(
        String part, String message, String tool, State state, Optional<Instant> started, Result result) {
    /** The one tool of OpenCode 2's code mode, whose programs call all others. */
    public static final String CODE_MODE = "execute";

    public ToolCall(String part, String message, String tool, State state) {
        this(part, message, tool, state, Optional.empty(), Result.UNTOLD);
    }

    /**
     * What some tools report of their work.
     *
     * @param todos the agent's to-do list after this call; empty for all other calls
     * @param inner how many calls were made from within this one
     * @param ended when the call was over, by the server's clock; empty before that, or if it is not reported
     */
    public record Result(Optional<Todos> todos, OptionalInt inner, Optional<Instant> ended) {
        public static final Result UNTOLD = new Result(Optional.empty(), OptionalInt.empty(), Optional.empty());

        private Result withInner(OptionalInt more) {
            return new Result(todos, more, ended);
        }

        private Result withEnd(Optional<Instant> known) {
            return ended.isPresent() || known.isEmpty() ? this : new Result(todos, inner, known);
        }
    }

    /** How many calls it stands for: itself, and those made from within it. */
    public int calls() {
        return 1 + result.inner().orElse(0);
    }

    /** Whether it may hide other calls that are not reported. */
    public boolean mayHideCalls() {
        return tool.equals(CODE_MODE) && result.inner().isEmpty();
    }

    public Optional<Todos> todos() {
        return result.todos();
    }

    /** Whether that state of the same call tells more than this one. */
    public boolean isBehind(ToolCall other) {
        return state.compareTo(other.state) < 0 || calls() < other.calls();
    }

    /** The same, without going back behind what was known: calls within it only get more. */
    public ToolCall after(ToolCall known) {
        State further = known.state.compareTo(state) > 0 ? known.state : state;
        Result most = known.calls() > calls() ? result.withInner(known.result.inner()) : result;
        return new ToolCall(part, message, tool, further, started, most.withEnd(known.result.ended()));
    }

    /**
     * Returns the same call with shared strings. Each event brings its own copies, and a call is kept as long as its
     * task.
     */
    public ToolCall sharing(String samePart, String sameMessage) {
        return new ToolCall(samePart, sameMessage, tool.intern(), state, started, result);
    }

    /** The progress of a call, in order. */
    public enum State {
        PENDING,
        RUNNING,
        /** Its run ended before it did. No server reports this. */
        UNFINISHED,
        COMPLETED,
        ERROR,
        /** The user did not permit it, which ends the run. */
        REJECTED;

        public boolean over() {
            return this == COMPLETED || this == ERROR || this == REJECTED;
        }
    }
}
