package taskglass.task;

/** Which status a task has, by all that is known of it. */
record StatusRule(AgentTask task) {
    TaskStatus status() {
        return heldUp()
                ? TaskStatus.CANCELLING
                : task.outcome().map(Outcome::status).orElseGet(this::statusOnTheWay);
    }

    /** Whether it rests and was to be cancelled together with descendants that are still at work. */
    private boolean heldUp() {
        return !task.pulse().activity().active()
                && !task.sight().deleted()
                && !task.orders().cancel().holdup().below().isEmpty();
    }

    private TaskStatus statusOnTheWay() {
        if (task.orders().cancel() instanceof Cancel.Asked) {
            return TaskStatus.CANCELLING;
        }
        if (!task.pulse().asks().open().isEmpty()) {
            return TaskStatus.NEEDS_YOU;
        }
        return switch (task.pulse().activity()) {
            case Activity.Retrying r -> TaskStatus.RETRYING;
            case Activity.Busy b -> task.atWork() ? TaskStatus.RUNNING : statusWhileIdle();
            case Activity.Idle i -> statusWhileIdle();
            // Its messages tell no end.
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
