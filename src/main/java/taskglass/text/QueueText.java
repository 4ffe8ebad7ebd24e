package taskglass.text;

import java.util.Optional;
import java.util.stream.Collectors;
import taskglass.task.run.PromptQueue;

/** Describes the prompts that wait for a task, and those that were dropped when it was canceled. */
public final class QueueText {
    /** The maximum length of a shown prompt. Prompts can be very long, and are shown among the facts of a task. */
    private static final int LONGEST = 200;

    private QueueText() {}

    /** How many there are; empty for none. */
    public static Optional<String> of(PromptQueue queue) {
        if (!queue.waiting().isEmpty()) {
            return Optional.of(Texts.of("queue.waiting", queue.waiting().size()));
        }
        return queue.dropped().isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("queue.dropped", queue.dropped().size()));
    }

    /** The same, followed by the prompts, one per line; "" for none. */
    public static String inFull(PromptQueue queue) {
        var prompts = queue.waiting().isEmpty() ? queue.dropped() : queue.waiting();
        String texts = prompts.stream()
                .map(prompt -> VisibleText.middle(VisibleText.line(prompt.text()), LONGEST))
                .collect(Collectors.joining("\n"));
        return of(queue).map(heading -> heading + ":\n" + texts).orElse("");
    }
}
