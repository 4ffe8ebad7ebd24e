package taskglass.words;

import java.util.Optional;
import java.util.stream.Collectors;
import taskglass.task.PromptQueue;

/** The prompts that wait for a task, and those that were dropped with its cancel, in words. */
public final class QueueWords {
    /** A prompt may be as long as a book, and stands among the facts of a task. */
    private static final int LONGEST = 200;

    private QueueWords() {}

    /** How many there are; empty for none. */
    public static Optional<String> of(PromptQueue queue) {
        if (!queue.waiting().isEmpty()) {
            return Optional.of(Words.of("queue.waiting", queue.waiting().size()));
        }
        return queue.dropped().isEmpty()
                ? Optional.empty()
                : Optional.of(Words.of("queue.dropped", queue.dropped().size()));
    }

    /** The same with what they say, a line each; "" for none. */
    public static String inFull(PromptQueue queue) {
        var prompts = queue.waiting().isEmpty() ? queue.dropped() : queue.waiting();
        String texts = prompts.stream()
                .map(prompt -> VisibleText.middle(VisibleText.line(prompt.text()), LONGEST))
                .collect(Collectors.joining("\n"));
        return of(queue).map(words -> words + ":\n" + texts).orElse("");
    }
}
