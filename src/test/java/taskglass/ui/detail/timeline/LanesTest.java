package taskglass.ui.detail.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import taskglass.task.ToolCall;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Content;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;

/** Which lane of the timeline a call or a subagent stands in. */
class LanesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void callsOneAfterTheOtherShareALane() {
        assertThat(names(List.of(call("1", "read", 0, 2), call("2", "read", 2, 3))))
                .containsExactly("read");
    }

    @Test
    void callsThatOverlapHaveLanesOfTheirOwn() {
        List<Call> calls = List.of(call("1", "read", 0, 3), call("2", "read", 1, 2), call("3", "read", 4, 5));
        Lanes lanes = Lanes.of(calls, List.of());
        assertThat(lanes.rows()).extracting(Lane::name).containsExactly("read", "");
        assertThat(calls).extracting(lanes::lane).containsExactly(0, 1, 0);
    }

    @Test
    void nothingSharesALaneWithARunningCallThatStartedBefore() {
        List<Call> calls = List.of(call("1", "bash", 0, -1), call("2", "bash", 9, 10));
        assertThat(calls).extracting(Lanes.of(calls, List.of())::lane).containsExactly(0, 1);
    }

    @Test
    void aTaskCallHasItsSubagentsBelowIt() {
        Subagent below = subagent("ses_3", "Read the tests", 3, List.of());
        Subagent first = subagent("ses_2", "Check the callers", 1, List.of(below));
        List<Call> calls = List.of(task("1", 0, "ses_2"), call("2", "bash", 5, 6));
        assertThat(Lanes.of(calls, List.of(first)).rows())
                .extracting(Lane::name)
                .containsExactly("task", "Check the callers", "Read the tests", "bash");
    }

    @Test
    void parallelTaskCallsHaveTheirOwnSubagentsBelowThem() {
        List<Call> calls = List.of(task("1", 0, "ses_1"), task("2", 0, "ses_2"));
        List<Subagent> subagents =
                List.of(subagent("ses_2", "Second", 1, List.of()), subagent("ses_1", "First", 1, List.of()));
        assertThat(Lanes.of(calls, subagents).rows())
                .extracting(Lane::name)
                .containsExactly("task", "First", "", "Second");
    }

    @Test
    void aSubagentThatNoCallNamesStandsBelowTheTaskCallBeforeIt() {
        List<Call> calls = List.of(call("1", "task", 0, 2), call("2", "bash", 1, 2));
        assertThat(Lanes.of(calls, List.of(subagent("ses_2", "Unnamed", 1, List.of())))
                        .rows())
                .extracting(Lane::name)
                .containsExactly("task", "Unnamed", "bash");
    }

    @Test
    void aSubagentOfNoKnownCallStandsAtTheBottom() {
        List<Call> calls = List.of(call("1", "bash", 1, 2));
        assertThat(Lanes.of(calls, List.of(subagent("ses_2", "Lost", 0, List.of())))
                        .rows())
                .extracting(Lane::name)
                .containsExactly("bash", "Lost");
    }

    private static List<String> names(List<Call> calls) {
        return Lanes.of(calls, List.of()).rows().stream().map(Lane::name).toList();
    }

    private static Subagent subagent(String session, String name, int from, List<Subagent> below) {
        return new Subagent(
                session, name, at(from), Optional.of(at(from + 1)), false, List.of(), "0", "0 calls", below);
    }

    private static Call task(String id, int from, String session) {
        return call(id, "task", from, -1, Optional.of(session));
    }

    private static Call call(String id, String tool, int from, int to) {
        return call(id, tool, from, to, Optional.empty());
    }

    private static Call call(String id, String tool, int from, int to, Optional<String> subagent) {
        ToolCall.State state = to < 0 ? ToolCall.State.RUNNING : ToolCall.State.COMPLETED;
        Span span = new Span(Optional.of(at(from)), to < 0 ? Optional.empty() : Optional.of(at(to)));
        Content content = new Content("", ClippedText.EMPTY, ClippedText.EMPTY, OptionalInt.empty(), subagent);
        return new Call(new Place("msg_1", "prt_" + id), tool, state, span, content);
    }

    private static Instant at(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }
}
