package taskglass.ui.detail.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Place;
import taskglass.text.VisibleText;
import taskglass.ui.detail.output.CallText;

/**
 * The calls of a run in lanes, the tools in the order in which they were first used. A tool whose calls overlap has
 * several lanes, so that no call hides another. The subagents of a call have theirs below its lane.
 *
 * @param calls all calls that have started, in order of their start
 */
public record Lanes(List<Call> calls, List<Lane> rows, Map<Place, Integer> index, List<Subagent> subagents) {
    /** The tool that starts subagents. */
    private static final String TASK = "task";

    /** By how much a subagent may seem to start before the call that starts it. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    public static Lanes of(List<Call> all, List<Subagent> subagents) {
        List<Call> begun = all.stream()
                .filter(call -> call.span().started().isPresent())
                .sorted(Comparator.comparing(Lanes::start))
                .toList();
        Map<String, List<Call>> tools = new LinkedHashMap<>();
        begun.forEach(call ->
                tools.computeIfAbsent(call.tool(), tool -> new ArrayList<>()).add(call));
        Map<Optional<Place>, List<Subagent>> started = new HashMap<>();
        subagents.forEach(
                subagent -> started.computeIfAbsent(caller(subagent, begun).map(Call::place), call -> new ArrayList<>())
                        .add(subagent));
        List<Lane> rows = new ArrayList<>();
        tools.values().forEach(calls -> addTool(calls, started, rows));
        addSubagents(started.getOrDefault(Optional.empty(), List.of()), 1, rows);
        return new Lanes(begun, List.copyOf(rows), index(rows), subagents);
    }

    /** The call for which a subagent works: the one that names it, else the latest one before it. */
    private static Optional<Call> caller(Subagent subagent, List<Call> calls) {
        return calls.stream()
                .filter(call -> call.content().subagent().equals(Optional.of(subagent.session())))
                .findFirst()
                .or(() -> calls.stream()
                        .filter(call -> call.tool().equals(TASK)
                                && call.content().subagent().isEmpty()
                                && !start(call).minus(EARLY).isAfter(subagent.started()))
                        .reduce((before, after) -> after));
    }

    private static void addTool(List<Call> calls, Map<Optional<Place>, List<Subagent>> started, List<Lane> rows) {
        String name = VisibleText.name(calls.getFirst().tool());
        String count = String.valueOf(calls.size());
        for (List<Call> lane : apart(calls)) {
            rows.add(new Lane(name, count, 0, List.copyOf(lane), Optional.empty()));
            lane.forEach(call -> addSubagents(started.getOrDefault(Optional.of(call.place()), List.of()), 1, rows));
            name = "";
            count = "";
        }
    }

    private static void addSubagents(List<Subagent> subagents, int depth, List<Lane> rows) {
        for (Subagent subagent : subagents) {
            rows.add(new Lane(subagent.name(), subagent.number(), depth, List.of(), Optional.of(subagent)));
            addSubagents(subagent.below(), depth + 1, rows);
        }
    }

    /** Splits calls into as few lists as possible, so that no two calls of a list overlap. */
    private static List<List<Call>> apart(List<Call> calls) {
        List<List<Call>> lanes = new ArrayList<>();
        for (Call call : calls) {
            List<Call> free = lanes.stream()
                    .filter(lane -> !end(lane.getLast()).isAfter(start(call)))
                    .findFirst()
                    .orElseGet(() -> {
                        lanes.add(new ArrayList<>());
                        return lanes.getLast();
                    });
            free.add(call);
        }
        return lanes;
    }

    private static Map<Place, Integer> index(List<Lane> rows) {
        Map<Place, Integer> index = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            for (Call call : rows.get(row).calls()) {
                index.put(call.place(), row);
            }
        }
        return index;
    }

    static Instant start(Call call) {
        return call.span().started().orElseThrow();
    }

    private static Instant end(Call call) {
        return CallText.going(call) ? Instant.MAX : call.span().ended().orElseGet(() -> start(call));
    }

    /** The index of a call's lane, from the top. */
    int lane(Call call) {
        return index.getOrDefault(call.place(), -1);
    }

    /** The next lane with calls, upwards or downwards; empty at the end. */
    Optional<Lane> next(int from, int by) {
        return IntStream.iterate(from + by, row -> row >= 0 && row < rows.size(), row -> row + by)
                .mapToObj(rows::get)
                .filter(lane -> !lane.calls().isEmpty())
                .findFirst();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Optional<Instant> begin() {
        return Stream.concat(
                        calls.stream().map(Lanes::start), subagents.stream().map(Subagent::started))
                .min(Instant::compareTo);
    }

    /** When the last call or subagent ended; empty while one is running. */
    Optional<Instant> end() {
        boolean going =
                calls.stream().anyMatch(CallText::going) || subagents.stream().anyMatch(Subagent::going);
        return going
                ? Optional.empty()
                : Stream.concat(
                                calls.stream().flatMap(call -> call.span().ended().stream()),
                                subagents.stream()
                                        .flatMap(Subagent::all)
                                        .flatMap(subagent -> subagent.ended().stream()))
                        .max(Instant::compareTo);
    }
}
