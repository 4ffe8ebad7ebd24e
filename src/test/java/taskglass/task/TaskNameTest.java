package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.request.Launch;

class TaskNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        Background: Find it|Find it
        Background: Background: Find it|Find it
        The Background: blue|The Background: blue
        Background:blue|Background:blue
        """)
    void aNameIsItsTitleWithoutWhatALaunchPutsBeforeItHoweverOften(String title, String name) {
        assertThat(Launch.nameIn(title)).isEqualTo(name);
    }
}
