package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.Clip;
import taskglass.task.Part;
import taskglass.task.Part.Span;
import taskglass.task.PartLog;
import taskglass.task.PartNews;

/** How parts read as rows. */
class SectionsTest {
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
        log.apply(List.of(new PartNews.Told(new Part.Text(PLACE, true, Clip.of("Hm."), span, true))));
        return new Sections().rows(log, PLACE).getFirst().words();
    }
}
