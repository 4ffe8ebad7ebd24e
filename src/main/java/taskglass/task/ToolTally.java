package taskglass.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import taskglass.task.Message.Step;

/**
 * The distinct tool calls of one run, and what was spent on it. It is a view on the run's steps: to copy a thousand calls
 * whenever one of them changes would cost more than all else that an event costs.
 *
 * @param steps the calls of each step by part id, in the order in which they were first seen
 * @param exact whether no call can be missing; otherwise the count is a lower bound
 */
public record ToolTally(List<SequencedMap<String, ToolCall>> steps, boolean exact, Usage spent) {
    static ToolTally of(List<Step> steps, boolean exact) {
        Usage spent = steps.stream()
                .flatMap(step -> step.answer().stream())
                .map(AssistantMessage::usage)
                .reduce(Usage.NONE, Usage::plus);
        return new ToolTally(
                steps.stream()
                        .map(Step::calls)
                        .filter(calls -> !calls.isEmpty())
                        .toList(),
                exact,
                spent);
    }

    public int count() {
        return steps.stream().mapToInt(Map::size).sum();
    }

    /** All calls, oldest first. */
    public Stream<ToolCall> calls() {
        return steps.stream().flatMap(calls -> calls.values().stream());
    }

    private Stream<ToolCall> newestFirst() {
        return steps.reversed().stream().flatMap(calls -> calls.sequencedValues().reversed().stream());
    }

    public Optional<ToolCall> last() {
        return newestFirst().findFirst();
    }

    /** The tool of the newest call that is going on now. */
    public Optional<String> going() {
        return newestFirst()
                .filter(call -> !call.state().over())
                .map(ToolCall::tool)
                .findFirst();
    }

    /** The agent's to-do list as the last call that changed it has left it. */
    public Optional<Todos> todos() {
        return newestFirst().flatMap(call -> call.todos().stream()).findFirst();
    }

    /** How many calls are going on now. */
    public long running() {
        return calls().filter(call -> !call.state().over()).count();
    }
}
