package taskglass.task;

/** The number of done items in an agent's own to-do list. Canceled items do not count. */
public record Todos(int done, int total) {}
