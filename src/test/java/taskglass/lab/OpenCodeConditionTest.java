package taskglass.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** When tests against a real OpenCode run. */
class OpenCodeConditionTest {
    @Test
    void withNpmTheyRun() {
        assertThat(OpenCodeCondition.decide(true, true).isDisabled()).isFalse();
    }

    @Test
    void withoutNpmTheyAreSkipped() {
        assertThat(OpenCodeCondition.decide(false, false).isDisabled()).isTrue();
    }

    @Test
    void withoutNpmTheyFailInCi() {
        assertThatThrownBy(() -> OpenCodeCondition.decide(false, true)).hasMessageContaining("need npm");
    }
}
