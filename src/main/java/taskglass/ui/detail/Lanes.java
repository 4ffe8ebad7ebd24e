package taskglass.ui.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.task.Part.Call;

/**
 * The calls of a run, a lane for each tool in the order in which they were first used.
 *
 * @param calls all calls that have begun, in the order of their beginning
 */
record Lanes(List<Call> calls, List<String> tools, Map<String, Integer> counts) {
    static Lanes of(List<Call> all) {
        List<Call> begun =
                all.stream().filter(call -> call.span().started().isPresent()).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        begun.forEach(call -> counts.merge(call.tool(), 1, Integer::sum));
        return new Lanes(begun, new ArrayList<>(counts.keySet()), counts);
    }

    /** Which lane a call is in, from the top. */
    int lane(Call call) {
        return tools.indexOf(call.tool());
    }

    Optional<Instant> begin() {
        return calls.stream().flatMap(call -> call.span().started().stream()).min(Instant::compareTo);
    }

    /** When the last call ended; empty while one of them is going on. */
    Optional<Instant> end() {
        return calls.stream().anyMatch(CallText::going)
                ? Optional.empty()
                : calls.stream().flatMap(call -> call.span().ended().stream()).max(Instant::compareTo);
    }
}
