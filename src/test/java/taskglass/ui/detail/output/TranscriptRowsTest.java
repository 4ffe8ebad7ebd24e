package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    private static String thought(Span span) {
        PartLog log = new PartLog();
        log.apply(List.of(new PartUpdate.Changed(new Part.Text(PLACE, true, ClippedText.of("Hm."), span, true))));
        return new TranscriptRows().rows(log, PLACE).getFirst().text();
    }
}
