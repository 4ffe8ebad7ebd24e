package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.ToolCall;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;

/** How parts read as rows. */
class TranscriptRowsTest {
    private static final Part.Place PLACE = new Part.Place("msg_1", "prt_1");
    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void aThoughtTellsHowLongItTook() {
        assertThat(thought(new Span(NOON, NOON.map(start -> start.plusSeconds(3)))))
                .isEqualTo("Thought 3.0 s");
    }

    @Test
    void aThoughtOfUnknownLengthEndsInNoBlank() {
        assertThat(thought(new Span(Optional.empty(), NOON))).isEqualTo("Thought");
    }

    @Test
    void aCallWithoutAnEndInARunThatHasEndedIsUnfinished() {
        assertThat(call("", NOON.map(start -> start.plusSeconds(70)))).endsWith("unfinished · 1m 10s");
    }

    @Test
    void aCallInARunThatGoesOnIsRunning() {
        assertThat(call("msg_1", Optional.empty())).endsWith("running");
    }

    @Test
    void aCallWithoutAnEndInAnEarlierRunIsUnfinishedWhileTheLatestGoesOn() {
        assertThat(call("msg_2", Optional.empty())).endsWith("unfinished");
    }

    private static String call(String first, Optional<Instant> ended) {
        PartLog log = new PartLog();
        Span open = new Span(NOON, Optional.empty());
        log.apply(List.of(
                new PartUpdate.Changed(new Part.Call(PLACE, "bash", ToolCall.State.RUNNING, open, Part.Content.NONE))));
        TranscriptRows rows = new TranscriptRows();
        rows.latestRun(first, ended);
        return rows.rows(log, PLACE).getFirst().text();
    }

    private static String thought(Span span) {
        PartLog log = new PartLog();
        log.apply(List.of(new PartUpdate.Changed(new Part.Text(PLACE, true, ClippedText.of("Hm."), span, true))));
        return new TranscriptRows().rows(log, PLACE).getFirst().text();
    }
}
