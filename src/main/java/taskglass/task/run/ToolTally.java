package taskglass.task.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.Message.Step;

/**
 * The distinct tool calls of one run, and what was spent on it. A view of the session's messages. It computes the sums
 * only when first needed, and once: of a thousand events in a batch, only the last state is read.
 */
public final class ToolTally {
    private final Messages messages;
    private final String after;
    private final boolean exact;
    /** Cached sums. Any thread may compute them; a late thread gets the same result. */
    private Sums sums;

    /**
     * The sums over the calls.
     *
     * @param going the tool of the newest call that is not over
     * @param todos the list after the newest call that changed it
     * @param hiding whether one of the calls may hide more calls
     */
    private record Sums(
            int count, long running, Optional<String> going, Optional<Todos> todos, Usage spent, boolean hiding) {
        static Sums of(List<Step> steps) {
            int count = 0;
            long running = 0;
            Optional<String> going = Optional.empty();
            Optional<Todos> todos = Optional.empty();
            Usage spent = Usage.NONE;
            boolean hiding = false;
            for (Step step : steps) {
                spent = step.answer()
                        .map(AssistantMessage::usage)
                        .map(spent::plus)
                        .orElse(spent);
                for (ToolCall call : step.calls().values()) {
                    count += call.calls();
                    hiding |= call.mayHideCalls();
                    running += call.state().over() ? 0 : 1;
                    going = call.state().over() ? going : Optional.of(call.tool());
                    todos = call.todos().isPresent() ? call.todos() : todos;
                }
            }
            return new Sums(count, running, going, todos, spent, hiding);
        }
    }

    /**
     * Creates the tally of the steps after a message.
     *
     * @param exact whether no call can be missing
     */
    ToolTally(Messages messages, String after, boolean exact) {
        this.messages = messages;
        this.after = after;
        this.exact = exact;
    }

    /** Whether no call can be missing; otherwise the count is a lower bound. */
    public boolean exact() {
        return exact && !sums().hiding();
    }

    /** Whether all of the run's messages are known. Then nothing more is left to read, exact or not. */
    public boolean whole() {
        return exact;
    }

    public Usage spent() {
        return sums().spent();
    }

    public int count() {
        return sums().count();
    }

    /** All calls, oldest first. */
    public Stream<ToolCall> calls() {
        return messages.stepsAfter(after).flatMap(step -> step.calls().values().stream());
    }

    /** The calls of one message. */
    Stream<ToolCall> calls(String message) {
        return messages.step(message).stream().flatMap(step -> step.calls().values().stream());
    }

    /** The newest of its messages. */
    Optional<Step> newest() {
        return messages.newestStepsAfter(after).findFirst();
    }

    /** Whether one of its messages after that one may answer a prompt that came after it too. */
    boolean mayAnswerPromptAfter(String message) {
        return messages.stepsAfter(message)
                .map(Step::answer)
                .anyMatch(answer -> answer.map(AssistantMessage::prompt)
                        .filter(prompt -> !prompt.isEmpty())
                        .filter(prompt -> prompt.compareTo(message) <= 0
                                || messages.prompt(prompt)
                                        .filter(Prompt::continues)
                                        .isPresent())
                        .isEmpty());
    }

    public Optional<ToolCall> last() {
        return messages.newestStepsAfter(after)
                .map(Step::calls)
                .filter(calls -> !calls.isEmpty())
                .findFirst()
                .map(calls -> calls.lastEntry().getValue());
    }

    /** The tool of the newest call that is in progress. */
    public Optional<String> going() {
        return sums().going();
    }

    /** The agent's to-do list after the last call that changed it. */
    public Optional<Todos> todos() {
        return sums().todos();
    }

    /** The number of calls that are in progress. */
    public long running() {
        return sums().running();
    }

    private Sums sums() {
        Sums known = sums; // read once: another thread may be writing it
        if (known == null) {
            known = Sums.of(messages.stepsAfter(after).toList());
            sums = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToolTally that
                && exact == that.exact
                && after.equals(that.after)
                && messages.equals(that.messages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(messages, after, exact);
    }
}
