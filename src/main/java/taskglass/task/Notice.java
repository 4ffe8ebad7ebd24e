package taskglass.task;

/** A notice about a task, with the task as it was when it and all its descendants had settled. */
public record Notice(AgentTask task) {}
