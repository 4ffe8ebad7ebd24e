package taskglass.task;

/** A prompt that its server has taken and nobody works on yet: it waits for the work before it, or for a person's next. */
public record QueuedPrompt(String id, String text) {}
