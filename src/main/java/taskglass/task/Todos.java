package taskglass.task;

/** How many items of an agent's own to-do list are done; those that it has dropped do not count. */
public record Todos(int done, int total) {}
