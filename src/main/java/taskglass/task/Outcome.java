package taskglass.task;

/** How a run ended, and why. */
public sealed interface Outcome {
    record Completed() implements Outcome {}

    record Failed(Reason reason) implements Outcome {}

    record Cancelled(Reason reason) implements Outcome {}

    record Interrupted(Reason reason) implements Outcome {}

    /**
     * Maps an error to an outcome: aborted is cancelled, rejected and stopped are interrupted, all others are failures.
     */
    static Outcome of(TaskError error) {
        return switch (error.name()) {
            case TaskError.REJECTED -> new Interrupted(Reason.of(Reason.Code.PERMISSION_REJECTED));
            case TaskError.DISMISSED -> new Interrupted(Reason.of(Reason.Code.QUESTION_DISMISSED));
            case TaskError.STOPPED -> new Interrupted(Reason.stopped(error.message()));
            default -> error.aborted() ? new Cancelled(Reason.NONE) : new Failed(Reason.fromServer(error));
        };
    }

    /** The reason; {@link Reason#NONE} if the status already says everything. */
    default Reason why() {
        return switch (this) {
            case Completed() -> Reason.NONE;
            case Failed(Reason reason) -> reason;
            case Cancelled(Reason reason) -> reason;
            case Interrupted(Reason reason) -> reason;
        };
    }

    default TaskStatus status() {
        return switch (this) {
            case Completed c -> TaskStatus.COMPLETED;
            case Failed f -> TaskStatus.FAILED;
            case Cancelled c -> TaskStatus.CANCELLED;
            case Interrupted i -> TaskStatus.INTERRUPTED;
        };
    }
}
