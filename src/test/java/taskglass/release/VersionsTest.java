package taskglass.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version comes after which. */
class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.0.1, 1.0.0",
        "1.1.0, 1.0.9",
        "2.0.0, 1.9.9",
        "1.10.0, 1.9.0",
        "v1.2.0, 1.1.0",
        "1.0.0, 1.0.0-SNAPSHOT",
    })
    void comesAfter(String one, String other) {
        assertThat(Versions.isNewer(one, other)).isTrue();
        assertThat(Versions.isNewer(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.0.0", "'', 1.0.0", "nightly, 1.0.0", "1.0, 0.9.0", "99999999999.0.0, 1.0.0"})
    void doesNotComeAfter(String one, String other) {
        assertThat(Versions.isNewer(one, other)).isFalse();
    }
}
