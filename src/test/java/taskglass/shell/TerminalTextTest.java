package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody else wrote, as it goes to a terminal. */
class TerminalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a\u001b]0;title\u0007b      | ab
        a\u001b]0;title\u001b\\b    | ab
        a\u009d0;title\u009cb       | ab
        a\u001b[31;1mb\u001b[0mc    | abc
        a\u009b2Jb                  | ab
        a\u001bcb                   | ab
        a\u001b(0b                  | ab
        a\u001bPq#0;2\u001b\\b      | ab
        a\u001b_x\u001b\\b          | ab
        a\u001b]0;no end            | a]0;no end
        a\u202eb\u2066c\u200fd      | abcd
        a\u0008b\u007fc\u0085d      | abcd
        a\ufeffb\u00adc             | abc
        """)
    void nothingThatATerminalObeysIsLeft(String text, String left) {
        assertThat(Text.lines(text)).isEqualTo(left);
        assertThat(Text.plain(text)).isEqualTo(left);
    }

    @Test
    void linesStayLines() {
        assertThat(Text.lines("one\r\ntwo\tthree\n\nfour")).isEqualTo("one\ntwo three\n\nfour");
    }

    @Test
    void emojiStayWhole() {
        assertThat(Text.lines("👨‍👩‍👧 ok")).isEqualTo("👨‍👩‍👧 ok");
    }

    @Test
    void halvesOfCharactersGo() {
        assertThat(Text.lines("a\ud83db")).isEqualTo("ab");
    }
}
