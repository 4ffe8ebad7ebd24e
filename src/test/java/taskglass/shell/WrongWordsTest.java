package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;

/** What is no command line that could be carried out. */
class WrongWordsTest {
    @Test
    void anUnknownCommandGetsOneLineWithTheNearest() {
        ShellRun run = run("lss");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("“lss”").contains("ls");
    }

    @Test
    void aWordThatIsLikeNoneGetsOneLineWithAll() {
        ShellRun run = run("zzzzqqq");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("ls, watch, launch, wait, cancel, explain");
    }

    @Test
    void anUnknownCommandSetsNoTitle() {
        assertThat(run("\u001b]0;owned\u0007x").err()).doesNotContain("\u001b");
    }

    @Test
    void helpHelps() {
        ShellRun run = run("help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("launch").contains("explain");
    }

    @Test
    void helpOfACommandIsThatCommands() {
        assertThat(run("help", "cancel").out()).contains("--tree");
    }

    @Test
    void noCommandWorksOnTheDemo() {
        ShellRun run = run("--demo", "ls");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("--demo opens the window");
    }

    private static ShellRun run(String... words) {
        return ShellRun.with(Map.of(), "", words);
    }
}
