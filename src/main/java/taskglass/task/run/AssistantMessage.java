package taskglass.task.run;

import java.time.Instant;
import java.util.Optional;
import taskglass.task.Assignment;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskError;
import taskglass.task.Usage;

/** One assistant message, which is a step of a run: the prompt it answers, when it began, and how it ended. */
public record AssistantMessage(
        String id, String prompt, Instant created, Assignment assignment, Ending ending, Usage usage) {

    /**
     * The {@code finish} of a session summary, regardless of the model's own reason. A summary is not an answer to a
     * prompt.
     */
    public static final String SUMMARY = "summary";

    /** How a message ended; all values are absent until it did. {@code finish} is the model's reason for stopping. */
    public record Ending(Optional<Instant> completed, Optional<String> finish, Optional<TaskError> error) {
        public static final Ending OPEN = new Ending(Optional.empty(), Optional.empty(), Optional.empty());

        /**
         * Merges two states. Everything that was stopped is marked as aborted, so a more specific error wins over
         * "aborted".
         */
        Ending merge(Ending other) {
            return new Ending(
                    other.completed.or(() -> completed),
                    other.finish.or(() -> finish),
                    other.error
                            .filter(known -> !known.aborted())
                            .or(() -> error)
                            .or(other::error));
        }
    }

    /** Creates a message that has used nothing yet. */
    public AssistantMessage(String id, String prompt, Instant created, Assignment assignment, Ending ending) {
        this(id, prompt, created, assignment, ending, Usage.NONE);
    }

    public boolean closed() {
        return ending.completed().isPresent();
    }

    boolean isSummary() {
        return ending.finish().filter(SUMMARY::equals).isPresent()
                && ending.error().isEmpty();
    }

    /** Returns the later of two messages, or the merged state of one message. An ending is never undone. */
    AssistantMessage merge(AssistantMessage other) {
        if (other.id.equals(id)) {
            return new AssistantMessage(
                    id,
                    prompt,
                    created.equals(Instant.EPOCH) ? other.created : created,
                    other.assignment.or(assignment),
                    ending.merge(other.ending),
                    usage.later(other.usage));
        }
        return other.id.compareTo(id) > 0 ? other : this;
    }

    /** Whether it was stopped without saying by whom. */
    boolean stopped() {
        return ending.error().filter(TaskError::aborted).isPresent();
    }

    /**
     * How the run ended if this is its last message and the session is idle; empty if the message alone does not show
     * it.
     */
    Optional<Outcome> outcome() {
        if (ending.error().isPresent()) {
            return ending.error().map(Outcome::of);
        }
        if (!closed()) {
            return Optional.empty();
        }
        return switch (ending.finish().orElse("tool-calls")) {
            case "tool-calls", SUMMARY -> Optional.empty();
            case "length" -> failed(Reason.Code.OUTPUT_LIMIT);
            case "content-filter" -> failed(Reason.Code.CONTENT_FILTER);
            case "error" -> failed(Reason.Code.MODEL_ERROR);
            default -> Optional.of(new Outcome.Completed());
        };
    }

    private static Optional<Outcome> failed(Reason.Code code) {
        return Optional.of(new Outcome.Failed(Reason.of(code)));
    }
}
