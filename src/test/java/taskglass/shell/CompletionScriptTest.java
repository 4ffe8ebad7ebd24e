package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.ShellRun;

/** The scripts with which shells complete commands, options and values. */
class CompletionScriptTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taskglass an|answer",
                "taskglass out|output",
                "taskglass answer ses_1 al|always",
                "taskglass launch --unt|--until-blocked",
                "taskglass completion f|fish"
            })
    @EnabledIf("hasBash")
    void bashCompletesCommandsOptionsAndValues(String line, String completed) throws Exception {
        assertThat(bash(line)).contains(completed);
    }

    @Test
    void theScriptForFishNamesCommandsOptionsAndValues() {
        String script = script("fish");
        assertThat(script)
                .contains("complete -c taskglass -n '__fish_use_subcommand' -a 'answer' -d ")
                .contains("complete -c taskglass -n '__fish_seen_subcommand_from output' -l follow -d ")
                .contains(
                        "complete -c taskglass -n '__fish_seen_subcommand_from answer' -a 'once always reject dismiss'")
                .contains("complete -c taskglass -n '__fish_seen_subcommand_from launch' -l dir -r -F");
        assertThat(script.lines()).allMatch(line -> quotes(line) % 2 == 0);
    }

    @Test
    void theScriptForZshIsAlsoAFileOfItsCompletions() {
        assertThat(script("zsh")).startsWith("#compdef taskglass\n").contains("bashcompinit", "funcstack");
    }

    @Test
    void anotherShellIsRefusedWithThoseThatThereAre() {
        ShellRun run = ShellRun.with(Map.of(), "", "completion", "tcsh");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("bash", "zsh", "fish");
    }

    static boolean hasBash() {
        return Files.isExecutable(BASH);
    }

    /** What bash offers at the end of a line. */
    private List<String> bash(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("completion"), script("bash"));
        String ask = ". '" + script + "'; COMP_LINE='" + line + "'; COMP_WORDS=(" + line + ");"
                + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_taskglass; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", ask)
                .redirectErrorStream(true)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        return offered.lines().map(String::strip).toList();
    }

    private static String script(String shell) {
        ShellRun run = ShellRun.with(Map.of(), "", "completion", shell);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    private static long quotes(String line) {
        return line.replace("\\'", "").chars().filter(c -> c == '\'').count();
    }
}
