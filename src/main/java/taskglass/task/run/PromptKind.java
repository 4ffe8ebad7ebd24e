package taskglass.task.run;

/**
 * The kind of a user message, as its parts show it. Servers and plugins write many that nobody requested; only a
 * {@link #PROMPT} starts a run. Ordered by weight: if the parts of a message show several kinds, the last one wins.
 */
public enum PromptKind {
    /** None of its parts is known yet. */
    UNKNOWN,
    /** Inserted by a server or a plugin. The work continues with it, or is woken by it. */
    SYNTHETIC,
    /** A plugin's reminder to the agent about its background tasks. */
    REMINDER,
    /** Taskglass's own report to the parent of a task. */
    REPORT,
    /** A session summary that the server makes in the middle of the work. The work continues afterwards. */
    COMPACTION,
    /** A session summary that the user requested. */
    SUMMARY,
    /** A shell command of the user, {@code !} in a terminal. */
    SHELL,
    /** A request for work by the user or a parent. */
    PROMPT;

    /** Whether the work done for it belongs to no run. */
    public boolean isSideActivity() {
        return this == SUMMARY || this == SHELL;
    }

    /** Whether it may wake an agent at rest, though nobody asks for work with it. */
    boolean wakes() {
        return this == SYNTHETIC || this == REMINDER || this == REPORT;
    }

    /** Merges the kinds that two parts of the same message show. */
    public PromptKind and(PromptKind other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
