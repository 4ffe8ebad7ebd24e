package taskglass.task;

import java.time.Duration;
import java.util.Optional;
import taskglass.task.Message.Asked;
import taskglass.task.Message.Step;

/** The one rule of which messages begin a run, read off what is known of a session's messages. */
record RunRule(Messages messages) {
    /** After an automatic summary the server takes up the work at once, with a message of its own or the last prompt. */
    private static final Duration TAKEN_UP_AGAIN = Duration.ofSeconds(2);

    /** A server sets to work at once on a prompt to a session that rests, so that nothing comes in between later than that. */
    private static final Duration TAKEN_UP = Duration.ofSeconds(2);

    /** The newest message, if it asks for work and no message of the run before outlasted it: work on it may follow. */
    Optional<Prompt> waiting() {
        return messages.asked(messages.newest())
                .filter(prompt -> !prompt.kind().aside())
                .filter(prompt -> !joined(prompt));
    }

    /**
     * The prompt that began the latest run: the last that was worked on and that arrived when all work before it had
     * ended. Of several prompts in a row only the last begins a run, for those before it may be notes. One of which
     * nobody has told who wrote it begins a run only where no other did.
     *
     * @param begun id of a prompt of which it is known that it was worked on, though nothing answers it yet
     */
    Optional<Prompt> beginning(String begun) {
        return beginning(begun, PromptKind.PROMPT).or(() -> beginning(begun, PromptKind.UNKNOWN));
    }

    private Optional<Prompt> beginning(String begun, PromptKind kind) {
        Optional<Prompt> first = Optional.empty();
        for (Prompt prompt : messages.prompts().descendingMap().values()) {
            if (prompt.is(kind) && (prompt.id().equals(begun) || answered(prompt))) {
                if (!joined(prompt)) {
                    return Optional.of(prompt);
                }
                first = Optional.of(prompt);
            }
        }
        return first;
    }

    /** Whether the step before it is known and ended before it came, so that nothing earlier can belong to its run. */
    boolean isSureToBegin(Prompt prompt) {
        return messages.workBefore(prompt).isPresent() && !joined(prompt);
    }

    /**
     * Whether a command or a summary came right after that prompt: a server takes them only from a session that rests, so
     * that nobody worked on the prompt, which may have been a note.
     */
    boolean isOvertaken(String prompt) {
        return messages.after(prompt).stream()
                .findFirst()
                .flatMap(next -> messages.asked(next.id()))
                .filter(next -> next.kind().aside())
                .isPresent();
    }

    /**
     * What a server or a plugin puts in between a prompt and the work on it is passed over. What comes later than at once
     * wakes an agent that nobody had set to work: then the prompt was a note, unless the work names it.
     */
    private boolean answered(Prompt prompt) {
        boolean woken = false;
        for (Message next : messages.after(prompt.id())) {
            switch (next) {
                case Step step -> {
                    if (!messages.isAside(step)) {
                        return !woken || step.answers(prompt);
                    }
                }
                case Asked(Prompt later) -> {
                    if (Messages.isStart(later)) {
                        return false;
                    }
                    woken |= later.kind().wakes()
                            && later.at().isAfter(prompt.at().plus(TAKEN_UP));
                }
            }
        }
        return false;
    }

    private boolean joined(Prompt prompt) {
        return messages.workBefore(prompt)
                .filter(step -> step.outlasted(prompt.at().minus(step.isSummary() ? TAKEN_UP_AGAIN : Duration.ZERO)))
                .isPresent();
    }
}
