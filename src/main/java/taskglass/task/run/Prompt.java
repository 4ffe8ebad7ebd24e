package taskglass.task.run;

import java.time.Instant;

/** A user message: its id, its creation time by the server's clock, and its kind. */
public record Prompt(String id, Instant at, PromptKind kind) {
    /** Creates a prompt that the user or a parent wrote. */
    public Prompt(String id, Instant at) {
        this(id, at, PromptKind.PROMPT);
    }

    /** The prompt of a run that was already in progress when it was first noticed. */
    static Prompt unknown(Instant noticed) {
        return new Prompt("", noticed);
    }

    boolean known() {
        return !id.isEmpty();
    }

    boolean is(PromptKind wanted) {
        return kind == wanted;
    }

    /** Whether a server or a plugin inserted it, so that the run before it goes on. */
    boolean continues() {
        return !kind.isSideActivity() && !Messages.isStart(this);
    }

    /**
     * Work has followed, and no part shows another kind. Messages that a server or a plugin inserts have such a part.
     */
    Prompt explained() {
        return is(PromptKind.UNKNOWN) ? and(PromptKind.PROMPT) : this;
    }

    /** Adds the kind that another of its parts shows. */
    Prompt and(PromptKind hint) {
        return kind.and(hint) == kind ? this : new Prompt(id, at, kind.and(hint));
    }

    /**
     * Whether a message came after this prompt. OpenCode's message ids ascend with time, and OpenCode sorts by them.
     */
    boolean before(String messageId) {
        return id.compareTo(messageId) < 0;
    }
}
