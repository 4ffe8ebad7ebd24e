package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import taskglass.shell.ShellCommand;
import taskglass.shell.ShellEngine;

/** What somebody else wrote, as it goes to a terminal. */
class PrintedTextTest {
    private static final String HOSTILE = "a\33]0;title\7\33[31m\u202eb";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\33]0;title\7b|ab",
                "a\33]0;title\33\\b|ab",
                "a\2350;title\234b|ab",
                "a\33[31;1mb\33[0mc|abc",
                "a\2332Jb|ab",
                "a\33cb|ab",
                "a\33(0b|ab",
                "a\33Pq#0;2\33\\b|ab",
                "a\33_x\33\\b|ab",
                "a\33]0;no end|a]0;no end",
                "a\u202eb\u2066c\u200fd|abcd",
                "a\10b\177c\205d|abcd",
                "a\ufeffb\u00adc|abc"
            })
    void nothingThatATerminalObeysIsLeft(String text, String left) {
        assertThat(TerminalText.lines(text)).isEqualTo(left);
        assertThat(TerminalText.plain(text)).isEqualTo(left);
    }

    @Test
    void whateverACommandPrintsOrTellsIsCleaned() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Careless command = new Careless();
        new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        command.print(HOSTILE);
        command.printNotice(HOSTILE);
        assertThat(out.toString().strip()).isEqualTo("ab");
        assertThat(err.toString().strip()).isEqualTo("ab");
    }

    /** One that cleans nothing itself. */
    @Command(name = "careless")
    private static final class Careless extends ShellCommand {
        Careless() {
            super(null);
        }

        @Override
        public int run(ShellEngine engine) {
            return ExitCode.OK;
        }
    }

    @Test
    void linesStayLines() {
        assertThat(TerminalText.lines("one\r\ntwo\tthree\n\nfour")).isEqualTo("one\ntwo three\n\nfour");
    }

    @Test
    void emojiStayWhole() {
        assertThat(TerminalText.lines("👨‍👩‍👧 ok")).isEqualTo("👨‍👩‍👧 ok");
    }

    @Test
    void halvesOfCharactersGo() {
        assertThat(TerminalText.lines("a\ud83db")).isEqualTo("ab");
    }
}
