package taskglass.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.text.ShellQuoting;

/** A command that a user wrote becomes the words that were meant. */
class CommandTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code -n {folder}|[code][-n][{folder}]",
                "  code   -n  |[code][-n]",
                "\"C:\\Program Files\\Zed\\zed.exe\" {folder}|[C:\\Program Files\\Zed\\zed.exe][{folder}]",
                "C:\\Zed\\zed.exe|[C:\\Zed\\zed.exe]",
                "'/opt/my editor/run' ''|[/opt/my editor/run][]",
                "a'b c'd|[ab cd]",
                "/opt/my\\ editor/run|[/opt/my editor/run]",
                "run $HOME `id` $(id) *|[run][$HOME][`id`][$(id)][*]",
                "run \\|[run][\\]",
            })
    void itIsSplitAtSpacesOutsideOfQuotes(String command, String words) {
        assertThat(CommandTemplate.of(command).orElseThrow().words().stream()
                        .map(word -> "[" + word + "]")
                        .reduce("", String::concat))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "code 'a", "code \"a"})
    void aCommandWithoutAWordOrWithAnOpenQuoteIsNone(String command) {
        assertThat(CommandTemplate.of(command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "say \"hi\"", "$(id) `id`", "-rf", "a\\b", "{folder}", "ä ö"})
    @DisabledOnOs(OS.WINDOWS)
    void whatIsQuotedForAShellIsReadBackAsOneWord(String word) {
        assertThat(CommandTemplate.of("run " + ShellQuoting.word(word))
                        .orElseThrow()
                        .words())
                .containsExactly("run", word);
    }

    @Test
    void aValueStaysOneWordAndIsNotFilledInAgain() {
        CommandTemplate template =
                CommandTemplate.of("run --in={folder} {folder}{title}").orElseThrow();
        assertThat(template.fill(Map.of("{folder}", "/a b/{title}", "{title}", "$(id) 'x'")))
                .isEqualTo(List.of("run", "--in=/a b/{title}", "/a b/{title}$(id) 'x'"));
    }
}
