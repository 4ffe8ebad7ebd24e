package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text as it stands on a terminal. */
class TerminalTextTest {
    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "日本語, 6",
        "한국어, 6",
        "ｆｕｌｌ, 8",
        "é, 1",
        "e\u0301, 1",
        "🚀, 2",
        "👩‍👩‍👧, 2",
        "🇩🇪, 2",
        "❤️, 2",
        "👍🏽, 2",
        "✔, 1"
    })
    void itTakesSoManyColumns(String text, int columns) {
        assertThat(TerminalText.width(text)).isEqualTo(columns);
    }

    @Test
    void aCutFallsBetweenWhatAPersonSeesAsLetters() {
        assertThat(TerminalText.cut("ab👩‍👩‍👧cdef", 5)).isEqualTo("ab👩‍👩‍👧…");
        assertThat(TerminalText.cut("ab👩‍👩‍👧cdef", 4)).isEqualTo("ab…");
        assertThat(TerminalText.cut("日本語日本語", 6)).isEqualTo("日本…");
        assertThat(TerminalText.cutFront("abc/e\u0301🇩🇪x", 5)).isEqualTo("…e\u0301🇩🇪x");
    }

    @Test
    void whereNoTerminalIsATitleIsCutAtSixtyColumns() {
        TextTable table = new TextTable(List.of(new TextTable.Column("TASK", false, TextTable.Give.END, 0)));
        table.add(List.of("語".repeat(100)));
        assertThat(table.lines(OptionalInt.empty()).getLast()).isEqualTo("語".repeat(29) + "…");
    }
}
