package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;

/** The file that a server of ours prints to stays within bounds. */
class ServerLogTest {
    private static final int LINES = ServerLog.LARGEST / 10 + 1000;

    @TempDir
    private Path folder;

    private Path file;
    private ServerLog log;

    @BeforeEach
    void create() {
        file = folder.resolve("a.log");
        log = new ServerLog(file, "secret");
    }

    @Test
    void oneThatHasGrownTooLargeIsCutToItsLastLines() throws IOException {
        Files.writeString(file, lines(LINES));
        List<String> before = log.lastLines();
        log.cut();
        assertThat(Files.size(file)).isLessThan(ServerLog.LARGEST / 10);
        assertThat(log.lastLines()).isEqualTo(before);
    }

    @Test
    void oneThatIsSmallStaysAsItIs() throws IOException {
        Files.writeString(file, lines(10));
        log.cut();
        assertThat(Files.readString(file)).isEqualTo(lines(10));
    }

    @Test
    void whatIsPrintedAfterwardsStandsBehindThat() throws IOException {
        try (OutputStream server = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            server.write(lines(LINES).getBytes(StandardCharsets.UTF_8));
            log.cut();
            server.write("afterwards\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(log.lastLines()).endsWith("line 0123", "afterwards");
        assertThat(Files.size(file)).isLessThan(ServerLog.LARGEST / 10);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whileAServerRunsItsLogIsLookedAtNowAndThen() throws Exception {
        ShellProgram program = new ShellProgram(folder);
        Deque<Runnable> looks = new ArrayDeque<>();
        try (LocalServer server = ShellProgram.start(program.command(
                ShellProgram.LISTENS,
                "head -c " + (ServerLog.LARGEST + 1) + " /dev/zero | tr '\\0' x",
                "echo; echo end",
                "exec sleep 600"))) {
            Await.until("it has printed", () -> server.lastLines().contains("end"));
            server.boundLog(looks::add);
            looks.remove().run();
            assertThat(Files.size(server.described().log())).isLessThan(ServerLog.LARGEST / 10);
            assertThat(looks).hasSize(1);
        }
        looks.remove().run();
        assertThat(looks).isEmpty();
    }

    private static String lines(int count) {
        return "line 0123\n".repeat(count);
    }
}
