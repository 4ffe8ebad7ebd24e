package taskglass.task;

import java.time.Instant;

/** A user message: its id, when it was created, by the server's clock, and what it is. */
public record Prompt(String id, Instant at, PromptKind kind) {
    /** One that a person or a parent wrote. */
    public Prompt(String id, Instant at) {
        this(id, at, PromptKind.PROMPT);
    }

    /** The prompt of a run that was already going on when it was first noticed. */
    static Prompt unknown(Instant noticed) {
        return new Prompt("", noticed);
    }

    boolean known() {
        return !id.isEmpty();
    }

    boolean is(PromptKind wanted) {
        return kind == wanted;
    }

    /** Work has followed and it has no part that tells: what a server or a plugin puts in has one. */
    Prompt explained() {
        return is(PromptKind.UNKNOWN) ? and(PromptKind.PROMPT) : this;
    }

    /** Another part of it has been told. */
    Prompt and(PromptKind told) {
        return kind.and(told) == kind ? this : new Prompt(id, at, kind.and(told));
    }

    /** Whether a message came after this prompt: OpenCode's message ids ascend with time, and it sorts by them. */
    boolean before(String messageId) {
        return id.compareTo(messageId) < 0;
    }
}
