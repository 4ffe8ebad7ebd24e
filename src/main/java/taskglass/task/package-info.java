/**
 * The domain model and its rules: what a task is, what can be known about it, and how the one
 * {@link taskglass.task.TaskBook} of all tasks is updated. No I/O, no threads, no user interface.
 */
package taskglass.task;
