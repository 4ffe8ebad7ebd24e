package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied for a shell is one word there, whatever it holds. */
class ShellQuotingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/me/it's",
                "/home/me/a b",
                "$(touch /tmp/owned)",
                "`id`",
                "a;b|c&d>e",
                "~/x",
                "back\\slash",
                "new\nline",
                "esc\u001b[201~ends a paste",
                "\u202eturned",
                "\u001b it's !ls",
                "’ ‘",
                "👍",
                ""
            })
    @DisabledOnOs(OS.WINDOWS)
    void aShellReadsWhatWasMeant(String text) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", "printf %s " + ShellQuoting.word(text, false)).start();
        byte[] read = shell.getInputStream().readAllBytes();
        shell.waitFor();
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void nothingThatATerminalObeysIsInTheWord() {
        assertThat(ShellQuoting.word("a\u001b[201~\nrm -rf ~", false)).isEqualTo("$'a\\u001b[201~\\u000arm -rf ~'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"it's|'it''s'", "$(id)|'$(id)'", "a’; calc; ‘|'a’’; calc; ‘‘'"})
    void powerShellHasItsOwnQuotes(String text, String quoted) {
        assertThat(ShellQuoting.word(text, true)).isEqualTo(quoted);
    }

    @Test
    void noHistoryIsLookedUpForAWordWithEscapes() {
        assertThat(ShellQuoting.word("\u001b'!ls", false)).doesNotContain("!");
    }

    @Test
    void aPasswordWithEscapesIsOneWord() {
        assertThat(ShellQuoting.with("P", "a\u001bb", "x", false)).isEqualTo("P=$'a\\u001bb' x");
    }

    @Test
    void powerShellEscapesWhatATerminalObeys() {
        assertThat(ShellQuoting.word("”; calc; “\u001b", true)).isEqualTo("\"`”; calc; `“`u{1b}\"");
        assertThat(ShellQuoting.word("$a\u001b", true)).isEqualTo("\"`$a`u{1b}\"");
    }
}
