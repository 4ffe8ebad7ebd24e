package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * One state of one tool call. A server tells each call three to five times, always under the same part id.
 *
 * @param started when it began to run, by the server's clock; empty before that
 * @param todos the agent's to-do list as this call has left it; empty for all other calls
 */
public record ToolCall(
        String part, String message, String tool, State state, Optional<Instant> started, Optional<Todos> todos) {
    public ToolCall(String part, String message, String tool, State state) {
        this(part, message, tool, state, Optional.empty(), Optional.empty());
    }

    /** Whether other calls may stand behind it, of which nothing is told: the one tool of OpenCode 2's code mode. */
    boolean mayHideCalls() {
        return tool.equals("execute");
    }

    /** The same, with strings that are there already: each event brings its own, and a call is kept as long as its task. */
    ToolCall sharing(String samePart, String sameMessage) {
        return new ToolCall(samePart, sameMessage, tool.intern(), state, started, todos);
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
