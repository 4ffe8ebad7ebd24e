/**
 * The nouns and the rules of change: what a task is, what may be learnt about it, and how the one {@link
 * taskglass.task.TaskBook} of all tasks takes it in. No I/O, no threads, no windows.
 */
package taskglass.task;
