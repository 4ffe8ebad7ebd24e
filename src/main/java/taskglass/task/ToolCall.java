package taskglass.task;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One state of one tool call. A server tells each call three to five times, always under the same part id.
 *
 * @param started when it began to run, by the server's clock; empty before that
 * @param result what a few tools tell of what they did
 */
public record ToolCall(
        String part, String message, String tool, State state, Optional<Instant> started, Result result) {
    /** The one tool of OpenCode 2's code mode, whose programs call all others. */
    public static final String CODE_MODE = "execute";

    public ToolCall(String part, String message, String tool, State state) {
        this(part, message, tool, state, Optional.empty(), Result.UNTOLD);
    }

    /**
     * What a few tools tell of what they did.
     *
     * @param todos the agent's to-do list as this call has left it
     * @param inner how many calls were made from within this one
     */
    public record Result(Optional<Todos> todos, OptionalInt inner) {
        public static final Result UNTOLD = new Result(Optional.empty(), OptionalInt.empty());
    }

    /** The calls that it stands for: itself, and those within. */
    int calls() {
        return 1 + result.inner().orElse(0);
    }

    /** Whether others may stand behind it of which nothing is told. */
    boolean mayHideCalls() {
        return tool.equals(CODE_MODE) && result.inner().isEmpty();
    }

    Optional<Todos> todos() {
        return result.todos();
    }

    /** Whether that state of the same call tells more than this one. */
    boolean isBehind(ToolCall told) {
        return state.compareTo(told.state) < 0 || calls() < told.calls();
    }

    /** The same, without going back behind what was known: calls within it only get more. */
    ToolCall after(ToolCall known) {
        State further = known.state.compareTo(state) > 0 ? known.state : state;
        Result most = known.calls() > calls() ? new Result(result.todos(), known.result.inner()) : result;
        return new ToolCall(part, message, tool, further, started, most);
    }

    /** The same, with strings that are there already: each event brings its own, and a call is kept as long as its task. */
    ToolCall sharing(String samePart, String sameMessage) {
        return new ToolCall(samePart, sameMessage, tool.intern(), state, started, result);
    }

    /** How far a call has come, in the order in which that happens. */
    public enum State {
        PENDING,
        RUNNING,
        COMPLETED,
        ERROR,
        /** A person did not permit it, which ends the run. */
        REJECTED;

        public boolean over() {
            return this == COMPLETED || this == ERROR || this == REJECTED;
        }
    }
}
