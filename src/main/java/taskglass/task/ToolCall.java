package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * One state of one tool call. A server reports each call three to five times, always under the same part id.
 *
 * @param started when it began to run, by the server's clock; empty before that
 * @param todos the agent's to-do list after this call; empty for all other calls
 */
public record ToolCall(
        String part, String message, String tool, State state, Optional<Instant> started, Optional<Todos> todos) {
    public ToolCall(String part, String message, String tool, State state) {
        this(part, message, tool, state, Optional.empty(), Optional.empty());
    }

    /** Whether it may hide other calls that are not reported: the only tool of OpenCode 2's code mode. */
    boolean mayHideCalls() {
        return tool.equals("execute");
    }

    /**
     * Returns the same call with shared strings. Each event brings its own copies, and a call is kept as long as its
     * task.
     */
    ToolCall sharing(String samePart, String sameMessage) {
        return new ToolCall(samePart, sameMessage, tool.intern(), state, started, todos);
    }

    /** The progress of a call, in order. */
    public enum State {
        PENDING,
        RUNNING,
        COMPLETED,
        ERROR,
        /** The user did not permit it, which ends the run. */
        REJECTED;

        public boolean over() {
            return this == COMPLETED || this == ERROR || this == REJECTED;
        }
    }
}
