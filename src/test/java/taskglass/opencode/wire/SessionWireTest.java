package taskglass.opencode.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.http.Http;

/** The times that servers tell: between any two of them lies one that can be told. */
class SessionWireTest {
    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775808", "9223372036854775807", "1e999", "-1e999", "null", "\"soon\""})
    void whateverATimeIsTheTimeToAnyOtherHasMilliseconds(String time) throws IOException {
        Duration past = Duration.between(SessionWire.time(Http.JSON.readTree("-1e300")), time(time));
        Duration future = Duration.between(time(time), SessionWire.time(Http.JSON.readTree("1e300")));
        assertThat(past.toMillis()).isNotNegative();
        assertThat(future.toMillis()).isNotNegative();
    }

    @Test
    void whatACalendarHasIsAsItWasTold() throws IOException {
        assertThat(time("1796068010380").toEpochMilli()).isEqualTo(1_796_068_010_380L);
    }

    private static java.time.Instant time(String time) throws IOException {
        return SessionWire.time(Http.JSON.readTree(time));
    }
}
