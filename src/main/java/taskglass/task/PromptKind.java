package taskglass.task;

/**
 * What a user message is, as its parts tell: servers and plugins write many that nobody asked for. Only a {@link #PROMPT}
 * starts a run. Ordered by weight: of what several parts of a message tell the last one holds.
 */
public enum PromptKind {
    /** None of its parts is known yet. */
    UNKNOWN,
    /** A server or a plugin put it in: the work goes on with it, or is woken by it. */
    SYNTHETIC,
    /** A plugin reminds the agent of its background tasks. */
    REMINDER,
    /** Our own report to the parent of a task. */
    REPORT,
    /** In the midst of the work the server has the session summed up; the work goes on afterwards. */
    COMPACTION,
    /** A person has the session summed up. */
    SUMMARY,
    /** A person lets a command run, {@code !} in a terminal. */
    SHELL,
    /** A person or a parent asks for work. */
    PROMPT;

    /** Whether what is done for it belongs to no run. */
    boolean aside() {
        return this == SUMMARY || this == SHELL;
    }

    /** Whether it may wake an agent at rest, though nobody asks for work with it. */
    boolean wakes() {
        return this == SYNTHETIC || this == REMINDER || this == REPORT;
    }

    /** Of two that parts of the same message tell. */
    public PromptKind and(PromptKind other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
