package taskglass.task;

/** What it means that a server calls a session busy: the word comes late, or before the message that it is about. */
final class Busy {
    private Busy() {}

    /**
     * Whether "at work" is told of a run that messages have ended, and no prompt has come for another: it was held up on
     * its way, while a listing told more. If it is news all the same, the next listing tells that, too.
     */
    static boolean isLate(AgentTask task, Fact fact) {
        return fact instanceof Fact.Doing(Activity activity)
                && activity.active()
                && !task.activity().active()
                && isOver(task)
                && !task.transcript().waiting();
    }

    /** Also where there is nothing, or nothing but a command: the next one begins before its message is told. */
    private static boolean isOver(AgentTask task) {
        Transcript known = task.transcript();
        boolean nothing = known.coverage().whole() && known.messages().size() == 0;
        return task.run().isPresent()
                ? task.run().filter(Run::answeredAndOver).isPresent()
                        || task.outcome().isPresent()
                : task.launch().isEmpty() && (nothing || known.aside().isPresent());
    }

    /**
     * Whether the next work begins while nothing tells what was done for the prompt before, nor how that ended: its session
     * was seen at work on it and came to rest.
     */
    static boolean answerMissed(AgentTask task, Fact fact) {
        Transcript known = task.transcript();
        boolean begins = switch (fact) {
            case Fact.Doing(Activity activity) -> activity.active();
            case Fact.Prompted(Prompt prompt, var assignment) -> known.isNewest(prompt.id());
            default -> false;
        };
        return begins
                && task.activity().rests()
                && task.run().isPresent()
                && known.unanswered()
                && !known.waiting()
                && task.outcome().isEmpty();
    }

    /** A command that is news is at work, though "at work" was told before it and counted as late. */
    static boolean commandBegan(AgentTask before, AgentTask after) {
        boolean isNew = !after.transcript()
                .aside()
                .map(Message::id)
                .equals(before.transcript().aside().map(Message::id));
        return isNew && after.transcript().aside().filter(Busy::isOpen).isPresent();
    }

    private static boolean isOpen(Message message) {
        return switch (message) {
            case Message.Asked a -> true;
            case Message.Step step -> !step.closed();
        };
    }
}
