package taskglass.ui.detail.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Where moments stand on the picture of a run. */
class TimeAxisTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
    private static final Offset<Double> CLOSE = within(0.001);
    private final TimeAxis axis = TimeAxis.of(BEGIN, BEGIN.plusSeconds(100), 200);

    @Test
    void theWholeRunFillsTheWidth() {
        assertThat(axis.x(BEGIN)).isZero();
        assertThat(axis.x(BEGIN.plusSeconds(100))).isEqualTo(200);
    }

    @Test
    void zoomKeepsWhatIsUnderTheMouseThere() {
        double before = axis.x(BEGIN.plusSeconds(30));
        assertThat(axis.zoomed(4, before).x(BEGIN.plusSeconds(30))).isCloseTo(before, CLOSE);
    }

    @Test
    void zoomingOutEndsAtTheWhole() {
        assertThat(axis.zoomed(4, 50).zoomed(0.01, 10)).isEqualTo(axis);
    }

    @Test
    void nobodyMovesBeyondTheEnds() {
        TimeAxis right = axis.zoomed(2, 0).moved(10_000);
        assertThat(right.x(BEGIN.plusSeconds(100))).isCloseTo(200, CLOSE);
        assertThat(right.moved(-10_000).x(BEGIN)).isCloseTo(0, CLOSE);
    }

    @Test
    void aRunWithoutLengthHasOneAllTheSame() {
        assertThat(TimeAxis.of(BEGIN, BEGIN, 200).x(BEGIN)).isZero();
    }

    @Test
    void labelsStandAtWholeStepsOfTheClock() {
        assertThat(axis.ticks(50, ZoneOffset.UTC))
                .containsExactly(BEGIN, BEGIN.plusSeconds(30), BEGIN.plusSeconds(60), BEGIN.plusSeconds(90));
    }

    @Test
    void zoomedInLabelsStandCloser() {
        assertThat(axis.zoomed(10, 0).ticks(50, ZoneOffset.UTC))
                .containsExactly(BEGIN, BEGIN.plusSeconds(5), BEGIN.plusSeconds(10));
    }

    @Test
    void longRunsAreLabelledByTheHour() {
        TimeAxis day = TimeAxis.of(BEGIN.plusSeconds(60), BEGIN.plusSeconds(4 * 3600), 200);
        assertThat(day.ticks(50, ZoneOffset.ofHours(2)))
                .containsExactly(
                        BEGIN.plusSeconds(3600),
                        BEGIN.plusSeconds(2 * 3600),
                        BEGIN.plusSeconds(3 * 3600),
                        BEGIN.plusSeconds(4 * 3600));
    }
}
