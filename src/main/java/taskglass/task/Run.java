package taskglass.task;

import java.time.Instant;
import java.util.Optional;

/**
 * One run: from a prompt to idle. Prompts that arrive while it is going on belong to it.
 *
 * @param first the prompt that began it
 * @param latest the newest prompt that joined it
 * @param last its newest assistant message
 * @param error the first error heard of it outside its messages
 * @param text the beginning of the newest text that its agent wrote, "" for none
 */
public record Run(
        Prompt first,
        Prompt latest,
        ToolTally tools,
        Optional<AssistantMessage> last,
        Optional<TaskError> error,
        String text) {

    static Run begun(Prompt prompt) {
        return new Run(prompt, prompt, ToolTally.EMPTY, Optional.empty(), Optional.empty(), "");
    }

    /** A run that was noticed on its way: when it began and what it has called is still to be read. */
    static Run noticed(Instant when, long revision) {
        Prompt unknown = Prompt.unknown(when);
        return begun(unknown).with(ToolTally.EMPTY.missedSome(revision));
    }

    public Instant started() {
        return first.at();
    }

    /** When its last message ended, by the server's clock; empty while it is open. */
    public Optional<Instant> ended() {
        return last.flatMap(message -> message.ending().completed());
    }

    /** Id of the newest message up to which everything of this run is known; "" for none. */
    String coveredTo() {
        return tools.coveredTo().isEmpty() ? first.id() : tools.coveredTo();
    }

    /** What the messages and errors alone tell of the end, provided the session is idle. */
    Optional<Outcome> outcome() {
        Optional<Outcome> told = last.flatMap(AssistantMessage::outcome);
        return told.or(() -> error.map(Outcome::of));
    }

    /** Whether a message came after the prompt that began this run. */
    boolean owns(String messageId) {
        return !first.known() || first.before(messageId);
    }

    Run with(ToolTally tally) {
        return tally.equals(tools) ? this : new Run(first, latest, tally, last, error, text);
    }

    Run joined(Prompt prompt) {
        return new Run(first, prompt, tools, last, error, text);
    }

    /** Only its end was read: an earlier prompt may have begun it, and calls before the end are not known. */
    Run glimpsed(long revision) {
        return new Run(Prompt.unknown(started()), latest, tools.unknown(revision), last, error, text);
    }

    /** A prompt of it has been heard of; an earlier one may have begun it. */
    Run dated(Prompt prompt) {
        return new Run(Prompt.unknown(prompt.at()), prompt, tools, last, error, text);
    }

    /** The prompt that began it has been found. */
    Run traced(Prompt prompt) {
        Optional<TaskError> own = error.filter(heard -> !prompt.at().isAfter(started()));
        return new Run(prompt, prompt, tools.after(prompt).missedSome(tools.gap()), last, own, text);
    }

    /** Whether a message answers the prompt that came after one that was never closed. */
    boolean left(AssistantMessage answer) {
        boolean open = last.filter(known -> !known.closed() && known.id().compareTo(answer.id()) < 0)
                .isPresent();
        return open && answer.prompt().equals(latest.id()) && !latest.equals(first);
    }

    Run withoutLast() {
        boolean known = latest.id().compareTo(coveredTo()) <= 0;
        return new Run(first, known ? latest : first, tools, Optional.empty(), error, text);
    }

    Run said(String words) {
        return new Run(first, latest, tools, last, error, words);
    }

    /** The first error is the server's sentence; those that follow repeat it with a stack trace. */
    Run heard(TaskError heard) {
        return error.isPresent() ? this : new Run(first, latest, tools, last, Optional.of(heard), text);
    }

    Run with(AssistantMessage message) {
        AssistantMessage newest = last.map(known -> known.merge(message)).orElse(message);
        ToolTally tally = message.closed() ? tools.closed(message.id()) : tools;
        return new Run(first, latest, tally, Optional.of(newest), error, text);
    }

    /** Whether a prompt arrived while a step of this run was still open, so that the run goes on with it. */
    boolean openAt(Instant promptAt) {
        return ended().map(promptAt::isBefore).orElse(false);
    }
}
