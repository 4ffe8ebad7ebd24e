package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows and toasts show of an answer. */
class FirstLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Down from 14 to **5½ minutes**: npm is cached.;Down from 14 to 5½ minutes: npm is cached.",
                "`Token` is a record now.;Token is a record now.",
                "## Done;Done",
                "- First point;First point",
                "> Quoted;Quoted",
                "See [the log](https://example.org/log).;See the log.",
                "2 * 3 ** 4 is a power;2 * 3 ** 4 is a power",
                "snake_case and __init__ stay;snake_case and __init__ stay",
                "-1 is negative;-1 is negative"
            })
    void theMarksOfMarkdownAreLeftOut(String written, String shown) {
        assertThat(FirstLine.of(written)).isEqualTo(shown);
    }

    @Test
    void aSentenceComesBeforeATable() {
        assertThat(FirstLine.of("\n| policy | hits |\n|---|---|\n| lru | 80 |\n\nUse `lru`.\n"))
                .isEqualTo("Use lru.");
    }

    @Test
    void ofATableAloneTheFirstLineIsShown() {
        assertThat(FirstLine.of("| policy | hits |\n|---|---|")).isEqualTo("| policy | hits |");
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(FirstLine.of(" \n\n")).isEmpty();
    }
}
