package taskglass.task.run;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.Message.Step;
import taskglass.task.run.SessionInfo.ReportedEnd;

/**
 * One run: from a prompt to the end of its work. Prompts that arrive during the run belong to it. So does the work for
 * which a server or a plugin wakes the agent afterwards.
 *
 * @param first the prompt that began it
 * @param latest the newest prompt that its messages answer
 * @param last its newest assistant message that is not a session summary
 * @param error the error reported outside its messages; empty while messages are missing that may show otherwise
 * @param text the beginning of the newest text that its agent wrote, "" for none
 */
public record Run(
        Prompt first,
        Prompt latest,
        ToolTally tools,
        Optional<AssistantMessage> last,
        Optional<TaskError> error,
        String text) {

    /**
     * What a run is derived from.
     *
     * @param whole whether none of its messages is missing
     */
    record Known(Messages messages, boolean whole, SessionHints marks) {}

    /** Derives the latest run from what is known of a session; empty if nothing shows a run. */
    static Optional<Run> of(Optional<Prompt> beginning, Known known) {
        String first = beginning.map(Prompt::id).orElse("");
        Optional<Instant> began = beginning
                .map(Prompt::at)
                .or(() -> known.messages
                        .stepsAfter(first)
                        .findFirst()
                        .flatMap(Step::answer)
                        .map(AssistantMessage::created))
                .or(() -> known.messages.newestAside().isPresent() ? Optional.empty() : known.marks.noticed());
        return began.map(at -> of(beginning.orElse(Prompt.unknown(at)), first, known));
    }

    private static Run of(Prompt first, String after, Known known) {
        Messages messages = known.messages;
        ToolTally tools = new ToolTally(messages, after, known.whole);
        String newest = tools.newest().map(Step::id).orElse(first.id());
        Optional<TaskError> error = known.whole ? known.marks.errorAfter(newest) : Optional.empty();
        Prompt latest = messages.newestPrompt(prompt -> prompt.before(newest)).orElse(first);
        Optional<AssistantMessage> last = messages.newestStepsAfter(after)
                .filter(step -> !step.isSummary())
                .findFirst()
                .flatMap(Step::answer);
        return new Run(first, latest, tools, last, error, known.marks.textSince(first.id()));
    }

    public Instant started() {
        return first.at();
    }

    /** When its last message ended, by the server's clock; empty while that message is open. */
    public Optional<Instant> ended() {
        return tools.newest()
                .flatMap(Step::answer)
                .flatMap(message -> message.ending().completed());
    }

    /** The usage of its messages; empty while some of them have not been read. */
    public Optional<Usage> usage() {
        return tools.whole() ? Optional.of(tools.spent()) : Optional.empty();
    }

    /** The outcome that the messages and errors alone show, assuming that the session is idle. */
    public Optional<Outcome> outcome() {
        Optional<Outcome> reported = last.flatMap(AssistantMessage::outcome);
        boolean stopped = last.filter(AssistantMessage::stopped).isPresent();
        return stopped
                ? declined().or(() -> reported)
                : reported.or(this::declined).or(() -> error.map(Outcome::of));
    }

    /**
     * A rejected permission ends the run after that step, and only the tool call shows it. A dismissed question does
     * the same.
     */
    private Optional<Outcome> declined() {
        return last.filter(AssistantMessage::closed).stream()
                .flatMap(message -> tools.calls(message.id()))
                .filter(call -> call.state() == ToolCall.State.REJECTED)
                .<Outcome>map(call -> new Outcome.Interrupted(Reason.of(
                        call.tool().equals("question")
                                ? Reason.Code.QUESTION_DISMISSED
                                : Reason.Code.PERMISSION_REJECTED)))
                .findFirst();
    }

    /** Whether it had ended when its session came to rest then: a server may keep the outcome of an earlier run. */
    public boolean endedBy(ReportedEnd rest) {
        return first.known()
                && Stream.of(
                                Optional.of(latest.at()),
                                last.map(AssistantMessage::created),
                                last.flatMap(answer -> answer.ending().completed()))
                        .flatMap(Optional::stream)
                        .noneMatch(rest.since()::isBefore);
    }

    /** Whether its messages show how it ended, and no prompt has arrived since. */
    public boolean answeredAndOver() {
        return last.filter(answer -> answer.outcome().isPresent() && latest.before(answer.id()))
                .isPresent();
    }

    /**
     * Whether it is not the run known up to that message, but one that began after it. While its prompt is not known, it
     * may have: unless the work since then answers what a server or a plugin inserted.
     */
    public boolean beganAfter(String message) {
        return first.known() ? first.id().compareTo(message) > 0 : tools.mayAnswerPromptAfter(message);
    }

    /** Id of its newest known message, "" for none. */
    public String newest() {
        return tools.newest().map(Step::id).orElse(first.id());
    }
}
