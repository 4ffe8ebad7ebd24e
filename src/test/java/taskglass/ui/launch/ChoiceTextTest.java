package taskglass.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.request.LaunchChoices.Agent;

class ChoiceTextTest {
    @ParameterizedTest
    @CsvSource({
        "primary,  x · main agent",
        "subagent, x · subagent",
        "all,      x · main or subagent",
        "strange,  x · strange"
    })
    void anAgentSaysInWordsWhatItIs(String mode, String words) {
        assertThat(ChoiceText.agent(new Agent("x", mode))).isEqualTo(words);
    }
}
