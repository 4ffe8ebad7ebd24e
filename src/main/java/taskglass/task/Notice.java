package taskglass.task;

/** Something that deserves telling: a task, as it was when it and every descendant had settled. */
public record Notice(AgentTask task) {}
