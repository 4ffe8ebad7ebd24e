package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.task.request.Refusal.NoStart;
import taskglass.task.request.Refusal.NotStarted;

/** What a child server does that is not as it should be; {@link LocalServerRealTest} has the real program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class LocalServerTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Path missing = folder.resolve("missing");
        LocalServerFailed failed = failureOf(new ServeCommand(folder.resolve("sh"), missing, Map.of()), never());
        assertThat(failed).hasMessageContaining(missing.toString());
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        Path missing = folder.resolve("missing");
        LocalServerFailed failed = failureOf(new ServeCommand(missing, folder, Map.of()), never());
        assertThat(failed).hasMessageContaining(missing.toString());
    }

    @Test
    void aProgramThatDiesAtOnceShowsItsLastLines() throws IOException {
        ServeCommand command = shell().command("echo 'no such model'", "echo 'bad config' >&2", "exit 7");
        assertThat(failureOf(command, never()).refusal().lastLines()).containsExactly("no such model", "bad config");
    }

    @Test
    void aProgramThatDiesAtOnceShowsItsExitStatus() throws IOException {
        ServeCommand command = shell().command("exit 7");
        assertThat(failureOf(command, never()).refusal()).isEqualTo(new NotStarted(NoStart.ENDED, "7", List.of()));
    }

    @Test
    void aProgramThatPrintsNothingIsGivenUpOn() throws IOException {
        ServeCommand command = shell().command("exec sleep 600");
        assertThat(failureOf(command, CompletableFuture.completedFuture(null))
                        .refusal()
                        .how())
                .isEqualTo(NoStart.SILENT);
    }

    @Test
    void aProgramThatIsGivenUpOnIsEnded() throws IOException {
        ServeCommand command = shell().command("echo $$ > pid", "exec sleep 600");
        CompletableFuture<ProcessHandle> begun = new CompletableFuture<>();
        CompletableFuture<Void> patienceOver = CompletableFuture.runAsync(() -> begun.complete(shell().process("pid")));
        failureOf(command, patienceOver);
        assertThat(ProcessTree.runs(begun.join())).isFalse();
    }

    @Test
    void aServerThatDiesLaterTellsItsLastLines() throws Exception {
        ServeCommand command = shell().command(ShellProgram.LISTENS, wait("go"), "echo 'last words'", "exit 3");
        try (LocalServer server = ShellProgram.start(command, never())) {
            Files.createFile(folder.resolve("go"));
            List<String> lines = List.of("opencode server listening on http://127.0.0.1:1234", "last words");
            assertThat(exitOf(server)).isEqualTo(new LocalServerExit(3, false, lines));
        }
    }

    @Test
    void aServerThatIsClosedTellsThatThisWasWanted() throws Exception {
        LocalServer server = ShellProgram.start(shell().command(ShellProgram.LISTENS, "exec sleep 600"), never());
        server.close();
        assertThat(exitOf(server).wanted()).isTrue();
    }

    @Test
    void ofALongOutputTheLastTwentyLinesAreKept() throws Exception {
        ServeCommand command = shell().command("seq 1 200000", ShellProgram.LISTENS, "exec sleep 600");
        try (LocalServer server = ShellProgram.start(command, never())) {
            assertThat(server.lastLines()).hasSize(20).contains("199982", "200000");
        }
    }

    @Test
    void aServerThatPrintsOnIsNeverBlocked() throws Exception {
        ServeCommand command = shell().command(ShellProgram.LISTENS, "seq 1 200000", "echo $$ > pid", "exec sleep 600");
        try (LocalServer server = ShellProgram.start(command, never())) {
            Await.until("the last line is here", () -> server.lastLines().contains("200000"));
            assertThat(ProcessTree.runs(shell().process("pid"))).isTrue();
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws Exception {
        ServeCommand command = shell().command(
                        "head -c 3000000 /dev/zero | tr '\\0' x", "echo", ShellProgram.LISTENS, "exec sleep 600");
        try (LocalServer server = ShellProgram.start(command, never())) {
            assertThat(server.lastLines().getFirst()).hasSize(500);
        }
    }

    @Test
    void aPasswordThatIsPrintedIsNotShown() throws Exception {
        ServeCommand command =
                shell().command("echo \"it is $OPENCODE_SERVER_PASSWORD\"", ShellProgram.LISTENS, "exec sleep 600");
        try (LocalServer server = ShellProgram.start(command, never())) {
            assertThat(server.lastLines()).contains("it is ***");
        }
    }

    @Test
    void thePasswordGoesByBothNamesSoThatNeitherVersionTakesAnother() throws Exception {
        String same = "[ -n \"$OPENCODE_PASSWORD\" ] && [ \"$OPENCODE_PASSWORD\" = \"$OPENCODE_SERVER_PASSWORD\" ]";
        ServeCommand command = shell().command(same + " && echo both", ShellProgram.LISTENS, "exec sleep 600");
        try (LocalServer server = ShellProgram.start(command, never())) {
            assertThat(server.lastLines()).contains("both");
        }
    }

    @Test
    void aServerEndsWithThisProcess() throws Exception {
        shell().command("echo $$ > pid", ShellProgram.LISTENS, "exec sleep 600");
        Process jvm = StartsAServer.inAnotherJvm(folder);
        ProcessHandle server = shell().process("pid");
        Await.until("it has started", () -> Files.exists(folder.resolve("started")));
        jvm.destroy();
        Await.until("the server has ended", () -> !ProcessTree.runs(server));
    }

    private ShellProgram shell() {
        return new ShellProgram(folder);
    }

    private static String wait(String file) {
        return "while [ ! -e " + file + " ]; do sleep 0.02; done";
    }

    private static LocalServerExit exitOf(LocalServer server) throws Exception {
        return server.onExit().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Void> never() {
        return new CompletableFuture<>();
    }

    private static LocalServerFailed failureOf(ServeCommand command, CompletableFuture<Void> patienceOver) {
        return catchThrowableOfType(LocalServerFailed.class, () -> ShellProgram.start(command, patienceOver));
    }
}
