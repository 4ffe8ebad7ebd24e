package taskglass.task.request;

/**
 * A prompt that its server has accepted but not started: it waits for the work before it, or for the user's next
 * prompt.
 */
public record QueuedPrompt(String id, String text) {}
