package taskglass.task.status;

import taskglass.task.Activity;
import taskglass.task.Outcome;
import taskglass.task.TaskStatus;

/** Determines the status of a task from everything known about it. */
record StatusRule(AgentTask task) {
    TaskStatus status() {
        return waitsForDescendants()
                ? TaskStatus.CANCELLING
                : task.outcome().map(Outcome::status).orElseGet(this::statusOnTheWay);
    }

    /** Whether it is idle, but descendants that must be canceled with it are still at work. */
    private boolean waitsForDescendants() {
        return !task.sessionActivity().activity().active()
                && !task.presence().deleted()
                && !task.requested().cancel().holdup().below().isEmpty();
    }

    private TaskStatus statusOnTheWay() {
        if (task.requested().cancel() instanceof CancelState.Asked) {
            return TaskStatus.CANCELLING;
        }
        if (!task.sessionActivity().asks().open().isEmpty()) {
            return TaskStatus.NEEDS_YOU;
        }
        return switch (task.sessionActivity().activity()) {
            case Activity.Retrying r -> TaskStatus.RETRYING;
            case Activity.Busy b -> task.evidence().atWork() ? TaskStatus.RUNNING : statusWhileIdle();
            case Activity.Idle i -> statusWhileIdle();
            // Its messages show no end.
            case Activity.Unknown u -> task.run().isPresent() ? TaskStatus.RUNNING : statusWhileIdle();
        };
    }

    private TaskStatus statusWhileIdle() {
        if (task.run().isPresent()) {
            return task.presence().ranHere() ? TaskStatus.RUNNING : TaskStatus.IDLE;
        }
        return task.requested().launch().isPresent() && !task.undone() ? TaskStatus.STARTING : TaskStatus.IDLE;
    }
}
