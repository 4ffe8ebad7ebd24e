package taskglass.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import taskglass.task.Message.Step;

/**
 * The distinct tool calls of one run, by part id, in the order in which they were first seen; and what was spent on it.
 *
 * @param exact whether no call can be missing; otherwise the count is a lower bound
 */
public record ToolTally(SequencedMap<String, ToolCall> calls, boolean exact, Usage spent) {
    static ToolTally of(List<Step> steps, boolean exact) {
        SequencedMap<String, ToolCall> calls = new LinkedHashMap<>();
        steps.forEach(step -> calls.putAll(step.calls()));
        Usage spent = steps.stream()
                .flatMap(step -> step.answer().stream())
                .map(AssistantMessage::usage)
                .reduce(Usage.NONE, Usage::plus);
        return new ToolTally(calls, exact, spent);
    }

    public int count() {
        return calls.size();
    }

    public Optional<ToolCall> last() {
        return Optional.ofNullable(calls.lastEntry()).map(Map.Entry::getValue);
    }

    /** The tool of the newest call that is going on now. */
    public Optional<String> going() {
        return calls.sequencedValues().reversed().stream()
                .filter(call -> !call.state().over())
                .map(ToolCall::tool)
                .findFirst();
    }

    /** The agent's to-do list as the last call that changed it has left it. */
    public Optional<Todos> todos() {
        return calls.sequencedValues().reversed().stream()
                .flatMap(call -> call.todos().stream())
                .findFirst();
    }

    /** How many calls are going on now. */
    public long running() {
        return calls.values().stream().filter(call -> !call.state().over()).count();
    }
}
