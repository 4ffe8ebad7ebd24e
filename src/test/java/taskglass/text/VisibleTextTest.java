package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    private static final String FAMILY = "👨‍👩‍👧";

    @ParameterizedTest
    @CsvSource({
        "001B, ESC", "0000, NUL", "0008, BS", "007F, DEL", "009B, U+009B", "202E, RLO", "2066, LRI", "061C, ALM",
        "200B, ZWSP", "200D, ZWJ", "2060, WJ", "FEFF, BOM", "00AD, SHY", "00A0, NBSP", "3000, U+3000", "E0041, U+E0041",
        "3164, U+3164", "2800, U+2800", "FE0F, U+FE0F", "E000, U+E000", "E0100, U+E0100"
    })
    void whatHasNoShapeIsShownByItsName(String code, String name) {
        String hidden = Character.toString(Integer.parseInt(code, 16));
        assertThat(VisibleText.line("a" + hidden + "b")).isEqualTo("a⟨" + name + "⟩b");
        assertThat(VisibleText.lines("a" + hidden + "b")).isEqualTo("a⟨" + name + "⟩b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"})
    void aBreakIsShownInALine(String lineBreak) {
        assertThat(VisibleText.line("ls" + lineBreak + "rm")).isEqualTo("ls⏎ rm");
    }

    @Test
    void sixtyBreaksAreReportedAsANumber() {
        assertThat(VisibleText.line("ls" + "\n".repeat(60) + "rm -rf /")).isEqualTo("ls⏎×60 rm -rf /");
        assertThat(VisibleText.lines("ls" + "\n".repeat(60) + "rm -rf /")).isEqualTo("ls\n⏎×60\nrm -rf /");
    }

    @Test
    void sixtyBlanksAreReportedAsANumber() {
        assertThat(VisibleText.line("ls" + " ".repeat(60) + "rm")).isEqualTo("ls ␣×60 rm");
        assertThat(VisibleText.lines("ls" + " ".repeat(60) + "rm")).isEqualTo("ls ␣×60 rm");
        assertThat(VisibleText.line("ls" + "\t".repeat(60) + "rm")).isEqualTo("ls ⇥×60 rm");
    }

    @Test
    void linesKeepWhatIndentsThem() {
        String code = "if x:\n        y()\n\n\nz()";
        assertThat(VisibleText.lines(code)).isEqualTo(code);
    }

    @Test
    void plainTextStaysAsItIs() {
        String plain = "grep -n \"größe\" 'a b' 日本語 \\$1 | wc";
        assertThat(VisibleText.line(plain)).isEqualTo(plain);
    }

    @Test
    void anEmojiOfSeveralStaysOne() {
        assertThat(VisibleText.line(FAMILY + " ❤️")).isEqualTo(FAMILY + " ❤️");
    }

    @Test
    void halfASurrogatePairIsShown() {
        assertThat(VisibleText.line("a\uD83Db")).isEqualTo("a⟨U+D83D⟩b");
    }

    @Test
    void whatIsTooLongIsCutInTheMiddleAndSaysHowMuch() {
        String cut = VisibleText.middle("git status; " + "x".repeat(2000) + "; rm -rf ~", 100);
        assertThat(cut)
                .startsWith("git status; ")
                .endsWith("; rm -rf ~")
                .contains("… 1,922 more characters …")
                .hasSizeLessThan(140);
    }

    @Test
    void aCutNeverSplitsWhatAPersonTakesForOneCharacter() {
        String text = FAMILY.repeat(50);
        for (int most = 20; most < 60; most++) {
            String[] ends = VisibleText.middle(text, most).split(" … .* … ", 2);
            assertThat(String.join("", ends).replace(FAMILY, ""))
                    .as("cut to %d", most)
                    .isEmpty();
        }
    }
}
