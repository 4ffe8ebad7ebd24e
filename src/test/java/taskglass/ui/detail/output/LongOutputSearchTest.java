package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;

/** How much of an output of a megabyte one key searches at once. */
class LongOutputSearchTest {
    private static final Span NOW = new Span(Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH));

    /** The parts, and about how many characters each has. */
    private static final int PARTS = 20;

    private static final int PART = 50_000;

    @Test
    void aLongOutputIsSearchedInSteps() {
        OutputSearch search = longOutput();
        FxThread.ask(() -> {
            search.query("n");
            assertThat(search.total()).isZero();
            int steps = steps(search);
            assertThat(steps).isBetween(PARTS * PART / OutputSearch.STEP, 2 * PARTS * PART / OutputSearch.STEP);
            assertThat(search.total()).isEqualTo(PARTS);
            return true;
        });
    }

    @Test
    void aLongerTextIsLookedForOnlyWhereTheShorterOneIs() {
        OutputSearch search = longOutput();
        FxThread.ask(() -> {
            search.query("needle 7");
            steps(search);
            search.query("needle 7.");
            assertThat(steps(search)).isEqualTo(1);
            assertThat(search.total()).isEqualTo(1);
            search.query("needle 8.");
            steps(search);
            assertThat(search.total()).isEqualTo(1);
            search.query("");
            assertThat(search.complete()).isTrue();
            return true;
        });
    }

    /** A text that is typed on before the shorter one has been looked for everywhere. */
    @Test
    void noMatchIsLostWhileTypingFast() {
        OutputSearch search = longOutput();
        FxThread.ask(() -> {
            search.query("n");
            search.step();
            search.query("ne");
            steps(search);
            assertThat(search.total()).isEqualTo(PARTS);
            return true;
        });
    }

    private static int steps(OutputSearch search) {
        int steps = 1;
        while (search.step()) {
            steps++;
        }
        return steps;
    }

    /** A megabyte. Each part has one match. */
    private static OutputSearch longOutput() {
        return FxThread.ask(() -> {
            PartLog all = new PartLog();
            OutputRows rows = new OutputRows(changed -> {});
            for (int i = 0; i < PARTS; i++) {
                String text = "hay ".repeat(PART / 4) + "needle " + i + ".";
                Place place = new Place("msg_1", "prt_%06d".formatted(i));
                all.apply(List.of(new PartUpdate.Changed(new Text(place, false, ClippedText.of(text), NOW, true))));
            }
            rows.apply(all, all.places());
            return new OutputSearch(rows);
        });
    }
}
