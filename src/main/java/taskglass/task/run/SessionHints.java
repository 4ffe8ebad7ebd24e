package taskglass.task.run;

import java.time.Instant;
import java.util.Optional;
import taskglass.task.TaskError;

/**
 * Observations about a session beyond its messages.
 *
 * @param noticed when work without a known message was first noticed
 * @param begun id of the newest prompt that was seen to be worked on before any answer to it; "" for none
 * @param error the newest error that was reported without a message
 * @param lastText the beginning of the newest text that its agent wrote
 * @param newestReported id of the newest message that the stream has reported; "" for none
 */
public record SessionHints(
        Optional<Instant> noticed,
        String begun,
        Optional<ReportedError> error,
        Optional<Fact.Text> lastText,
        String newestReported) {
    static final SessionHints NONE = new SessionHints(Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /**
     * An error, and the newest message that the stream had reported before it. The error is about that message or a
     * later one.
     */
    public record ReportedError(TaskError error, String after) {}

    SessionHints noticed(Instant when) {
        return noticed.isPresent() ? this : new SessionHints(Optional.of(when), begun, error, lastText, newestReported);
    }

    SessionHints begun(Prompt prompt) {
        return new SessionHints(noticed, prompt.id(), error, lastText, newestReported);
    }

    /**
     * Notes an error. The first error about a message has the server's sentence; later ones repeat it with a stack
     * trace.
     */
    SessionHints erred(TaskError reported) {
        boolean repeats = error.filter(known -> known.after().compareTo(newestReported) >= 0)
                .isPresent();
        return repeats
                ? this
                : new SessionHints(
                        noticed,
                        begun,
                        Optional.of(new ReportedError(reported, newestReported)),
                        lastText,
                        newestReported);
    }

    SessionHints withText(Fact.Text text) {
        boolean newer = lastText.filter(known -> known.message().compareTo(text.message()) > 0)
                .isEmpty();
        return newer ? new SessionHints(noticed, begun, error, Optional.of(text), newestReported) : this;
    }

    SessionHints withMessage(String message) {
        return message.compareTo(newestReported) > 0
                ? new SessionHints(noticed, begun, error, lastText, message)
                : this;
    }

    /**
     * The error reported right after that message. After a later prompt, it could belong to a run that was never
     * reported.
     */
    Optional<TaskError> errorAfter(String newest) {
        return error.filter(known -> known.after().equals(newest)).map(ReportedError::error);
    }

    String textSince(String beginning) {
        return lastText.filter(text -> text.message().compareTo(beginning) > 0)
                .map(Fact.Text::text)
                .orElse("");
    }

    /** Removes the observations about messages undone from that one on; "" for none. */
    SessionHints before(String undone) {
        return undone.isEmpty()
                ? this
                : new SessionHints(
                        Optional.empty(),
                        begun,
                        error,
                        lastText.filter(text -> text.message().compareTo(undone) < 0),
                        newestReported);
    }
}
