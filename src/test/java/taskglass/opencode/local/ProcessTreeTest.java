package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.opencode.http.Credentials;

/** A process ends with all that it started. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ProcessTreeTest {
    @TempDir
    private Path folder;

    @Test
    void whatAProcessStartedEndsWithIt() throws Exception {
        ShellProgram shell = new ShellProgram(folder);
        Process parent = shell.command("sleep 600 &", "echo $! > child", "wait")
                .run(new Credentials("user", "secret"), folder.resolve("log"));
        ProcessHandle child = shell.process("child");
        new ProcessTree(parent.toHandle()).end();
        assertThat(List.of(parent.toHandle(), child)).noneMatch(ProcessTree::runs);
    }

    @Test
    void aProcessThatWillNotEndIsMadeTo() throws Exception {
        ShellProgram shell = new ShellProgram(folder);
        Process stubborn = shell.command("trap '' TERM", "echo $$ > pid", "while :; do sleep 1; done")
                .run(new Credentials("user", "secret"), folder.resolve("log"));
        shell.process("pid");
        new ProcessTree(stubborn.toHandle()).end(Duration.ZERO);
        assertThat(ProcessTree.runs(stubborn.toHandle())).isFalse();
    }
}
