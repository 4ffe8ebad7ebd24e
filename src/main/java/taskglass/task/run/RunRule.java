package taskglass.task.run;

import java.time.Duration;
import java.util.Optional;
import taskglass.task.run.Message.Asked;
import taskglass.task.run.Message.Step;

/** Decides which message begins a run, from the known messages of a session. The only place with this rule. */
record RunRule(Messages messages) {
    /** After an automatic summary the server resumes the work at once, with a message of its own or the last prompt. */
    private static final Duration TAKEN_UP_AGAIN = Duration.ofSeconds(2);

    /** A server starts on a prompt to an idle session at once, so nothing comes in between later than that. */
    private static final Duration TAKEN_UP = Duration.ofSeconds(2);

    /** The newest message, if it asks for work and arrived after the end of the previous run: work on it may follow. */
    Optional<Prompt> waiting() {
        return messages.prompt(messages.newest())
                .filter(prompt -> !prompt.kind().isSideActivity())
                .filter(prompt -> !joined(prompt));
    }

    /**
     * The prompt that began the latest run: the last one that was worked on and that arrived after all earlier work had
     * ended. Of several prompts in a row only the last begins a run, because the ones before it may be notes. A prompt
     * with an unknown author begins a run only if no other prompt did.
     *
     * @param begun id of a prompt known to have been worked on, although nothing answers it yet
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

    /**
     * Whether the step before it is known and ended before it arrived, so that nothing earlier can belong to its run.
     */
    boolean isSureToBegin(Prompt prompt) {
        return messages.workBefore(prompt).isPresent() && !joined(prompt);
    }

    /**
     * Whether a shell command or a summary directly follows that prompt. A server accepts these only from an idle
     * session, so the prompt was not worked on and may have been a note.
     */
    boolean isOvertaken(String prompt) {
        return messages.after(prompt).stream()
                .findFirst()
                .flatMap(next -> messages.prompt(next.id()))
                .filter(next -> next.kind().isSideActivity())
                .isPresent();
    }

    /**
     * Whether work on the prompt follows. Messages that a server or a plugin inserted in between at once are skipped. A later
     * one wakes an idle agent: then the prompt was a note, unless the work names it.
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
