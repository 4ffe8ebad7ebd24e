package taskglass.task;

import java.time.Instant;

/** A user message: its id and when it was created, by the server's clock. */
public record Prompt(String id, Instant at) {
    /** The prompt of a run that was already going on when it was first noticed. */
    static Prompt unknown(Instant noticed) {
        return new Prompt("", noticed);
    }

    boolean known() {
        return !id.isEmpty();
    }

    /** Whether a message came after this prompt: OpenCode's message ids ascend with time, and it sorts by them. */
    boolean before(String messageId) {
        return id.compareTo(messageId) < 0;
    }
}
