package taskglass.task.store;

import taskglass.task.status.AgentTask;

/** A notice about a task, with the task as it was when it and all its descendants had settled. */
public record Notice(AgentTask task) {}
