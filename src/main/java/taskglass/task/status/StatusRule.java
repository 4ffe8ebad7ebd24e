package taskglass.task.status;

import taskglass.task.Activity;
import taskglass.task.Outcome;
import taskglass.task.TaskStatus;

/** Determines the status of a task from everything known about it. */
record StatusRule(AgentTask task) {
    TaskStatus status() {
        return heldUp()
                ? TaskStatus.CANCELLING
                : task.outcome().map(Outcome::status).orElseGet(this::statusOnTheWay);
    }

    /** Whether it is idle, but descendants that must be canceled with it are still at work. */
    private boolean heldUp() {
        return !task.pulse().activity().active()
                && !task.sight().deleted()
                && !task.orders().cancel().holdup().below().isEmpty();
    }

    private TaskStatus statusOnTheWay() {
        if (task.orders().cancel() instanceof CancelState.Asked) {
            return TaskStatus.CANCELLING;
        }
        if (!task.pulse().asks().open().isEmpty()) {
            return TaskStatus.NEEDS_YOU;
        }
        return switch (task.pulse().activity()) {
            case Activity.Retrying r -> TaskStatus.RETRYING;
            case Activity.Busy b -> task.atWork() ? TaskStatus.RUNNING : statusWhileIdle();
            case Activity.Idle i -> statusWhileIdle();
            // Its messages show no end.
            case Activity.Untold u -> task.run().isPresent() ? TaskStatus.RUNNING : statusWhileIdle();
        };
    }

    private TaskStatus statusWhileIdle() {
        if (task.run().isPresent()) {
            return task.sight().ranHere() ? TaskStatus.RUNNING : TaskStatus.IDLE;
        }
        return task.orders().launch().isPresent() && !task.undone() ? TaskStatus.STARTING : TaskStatus.IDLE;
    }
}
