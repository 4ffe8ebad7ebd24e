package taskglass.task.run;

import java.util.List;
import java.util.Optional;

/**
 * Finds where the latest run began in messages that are read backwards, page by page. The store uses the same rule. Not
 * thread-safe.
 *
 * @see RunRule#beginning
 */
public final class RunStartFinder {
    private final String undone;
    private Messages messages = Messages.EMPTY;

    /** Creates the search. Messages from the given one on are undone; "" for none. */
    public RunStartFinder(String undone) {
        this.undone = undone;
    }

    /** Adds one message. */
    public void add(List<Fact> facts) {
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Prompted(Prompt prompt, var assignment) -> add(messages.with(prompt), prompt.id());
                case Fact.Answered(AssistantMessage message) -> add(messages.with(message), message.id());
                default -> {}
            }
        }
    }

    private void add(Messages more, String id) {
        messages = undone.isEmpty() || id.compareTo(undone) < 0 ? more : messages;
    }

    /**
     * Id of the last message of the run before the latest one. The messages after it show where the latest run began,
     * even to a reader who knows less of what came between. Empty while an earlier prompt may have begun the run.
     */
    public Optional<String> sure() {
        RunRule rule = new RunRule(messages);
        return rule.beginning("")
                .filter(rule::isSureToBegin)
                .flatMap(messages::workBefore)
                .map(Message.Step::id);
    }

    /** The newest assistant message of a run; empty while there are only others. */
    public Optional<AssistantMessage> newest() {
        return messages.newestStepsAfter("")
                .filter(step -> !step.isSummary())
                .findFirst()
                .flatMap(Message.Step::answer);
    }
}
