package taskglass.task.transcript;

import taskglass.task.TaskError;

/**
 * The error that ended a message.
 *
 * @param raw the complete error as the server stored it
 */
public record TurnError(TaskError what, ClippedText raw) {}
