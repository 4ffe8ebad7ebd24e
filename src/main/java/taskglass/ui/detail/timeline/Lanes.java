package taskglass.ui.detail.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.transcript.Part.Call;
import taskglass.ui.detail.output.CallText;

/**
 * The calls of a run, one lane per tool, in the order in which the tools were first used.
 * @param calls all calls that have started, in order of their start
 */
public record Lanes(List<Call> calls, List<String> tools, Map<String, Integer> counts) {
    public static Lanes of(List<Call> all) {
        List<Call> begun =
                all.stream().filter(call -> call.span().started().isPresent()).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        begun.forEach(call -> counts.merge(call.tool(), 1, Integer::sum));
        return new Lanes(begun, new ArrayList<>(counts.keySet()), counts);
    }

    /** The index of a call's lane, from the top. */
    int lane(Call call) {
        return tools.indexOf(call.tool());
    }

    Optional<Instant> begin() {
        return calls.stream().flatMap(call -> call.span().started().stream()).min(Instant::compareTo);
    }

    /** When the last call ended; empty while a call is running. */
    Optional<Instant> end() {
        return calls.stream().anyMatch(CallText::going)
                ? Optional.empty()
                : calls.stream().flatMap(call -> call.span().ended().stream()).max(Instant::compareTo);
    }
}
