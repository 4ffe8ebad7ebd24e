package taskglass.text;

import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.status.AgentTask;

/** Explains why a run ended as it did: with the server's text, or else with our text for the case. */
public final class ReasonText {
    private ReasonText() {}

    /** The explanation; "" if the status already says everything. */
    public static String of(Reason reason) {
        if (!reason.detail().isEmpty()) {
            return reason.code() == Reason.Code.STOPPED_BY_SERVER
                    ? Texts.of("reason.STOPPED_BY_SERVER", reason.detail())
                    : VisibleText.asWritten(reason.detail());
        }
        return switch (reason.code()) {
            case NONE, SERVER_SAID, STOPPED_BY_SERVER -> "";
            case OUTPUT_LIMIT,
                    CONTENT_FILTER,
                    MODEL_ERROR,
                    PERMISSION_REJECTED,
                    NO_REASON_KEPT,
                    QUESTION_DISMISSED,
                    SHUT_DOWN,
                    SUPERSEDED,
                    INACTIVE,
                    LEFT_UNFINISHED,
                    UNDONE,
                    OPENCODE_ENDED,
                    OPENCODE_STOPPED,
                    DIRECTORY_GONE,
                    SESSION_DELETED,
                    SESSION_GONE,
                    NEVER_STARTED -> Texts.of("reason." + reason.code());
        };
    }

    /** Why the task's latest run ended as it did; "" while it continues. */
    public static String of(AgentTask task) {
        return task.outcome().map(Outcome::why).map(ReasonText::of).orElse("");
    }
}
