package taskglass.task.status;

import taskglass.task.Activity;
import taskglass.task.run.Fact;
import taskglass.task.run.Message;
import taskglass.task.run.Prompt;
import taskglass.task.run.Run;
import taskglass.task.run.RunHistory;

/**
 * Interprets a server's report that a session is busy. The report may arrive late, or before the message it is about.
 */
public final class BusyRule {
    private BusyRule() {}

    /**
     * Whether a "busy" report is late: messages have ended the run, and no prompt has arrived for another. The report
     * was delayed while a listing returned newer facts. If it is news after all, the next listing shows that too.
     */
    public static boolean isLate(AgentTask task, Fact fact) {
        return fact instanceof Fact.Doing(Activity activity)
                && activity.active()
                && !task.activity().active()
                && isOver(task)
                && !task.history().waiting();
    }

    /**
     * Also true if the session has no messages, or only a shell command: the next one begins before its message is
     * reported.
     */
    private static boolean isOver(AgentTask task) {
        RunHistory known = task.history();
        boolean nothing = known.coverage().whole() && known.messages().size() == 0;
        return task.run().isPresent()
                ? task.run().filter(Run::answeredAndOver).isPresent()
                        || task.outcome().isPresent()
                : task.launch().isEmpty() && (nothing || known.lastSideMessage().isPresent());
    }

    /**
     * Whether the next work begins while the previous prompt has no known answer and no known end, although its session
     * was seen working on it and became idle.
     */
    public static boolean answerMissed(AgentTask task, Fact fact) {
        RunHistory known = task.history();
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

    /** A new shell command is at work, even if the "busy" report before it counted as late. */
    public static boolean commandBegan(AgentTask before, AgentTask after) {
        boolean isNew = !after.history()
                .lastSideMessage()
                .map(Message::id)
                .equals(before.history().lastSideMessage().map(Message::id));
        return isNew
                && after.history().lastSideMessage().filter(BusyRule::isOpen).isPresent();
    }

    private static boolean isOpen(Message message) {
        return switch (message) {
            case Message.Asked a -> true;
            case Message.Step step -> !step.closed();
        };
    }
}
