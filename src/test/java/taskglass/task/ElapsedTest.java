package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import taskglass.lab.InLocale;

class ElapsedTest {
    @Test
    void namesHoursMinutesAndSeconds() {
        assertThat(Elapsed.text(Duration.ofSeconds(3723))).isEqualTo("1h 2m 3s");
    }

    @Test
    void leavesOutLeadingZeros() {
        assertThat(Elapsed.text(Duration.ofSeconds(123))).isEqualTo("2m 3s");
        assertThat(Elapsed.text(Duration.ofSeconds(3))).isEqualTo("3s");
    }

    @Test
    void keepsZerosThatFollowAnHour() {
        assertThat(Elapsed.text(Duration.ofHours(1))).isEqualTo("1h 0m 0s");
    }

    @Test
    void agentsReadTheSameDigitsInEveryCountry() {
        assertThat(InLocale.egypt(() -> Elapsed.text(Duration.ofSeconds(3723)))).isEqualTo("1h 2m 3s");
    }

    @Test
    void roundsDownToWholeSeconds() {
        assertThat(Elapsed.text(Duration.ofMillis(999))).isEqualTo("0s");
        assertThat(Elapsed.text(Duration.ofMillis(59_999))).isEqualTo("59s");
    }
}
