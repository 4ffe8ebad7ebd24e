package taskglass.task.request;

/** When a prompt is delivered to a session that is at work. */
public enum PromptDelivery {
    /** With its next step. */
    STEER,
    /** When the work before it is done. */
    QUEUE
}
