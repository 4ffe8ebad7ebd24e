package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.CannedServer;
import taskglass.lab.Loopback;

/** What {@code ls} asks of sessions that nobody has prompted, and what it says of a server that says nothing. */
@Tag("slow")
class LsTroubleTest {
    private static final long CREATED = 1_795_348_800_000L;

    @Test
    void aSessionThatNobodyPromptedIsNotReadButAForkIs() throws IOException {
        try (Loopback server = new Loopback()) {
            server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
            server.answer("/session/status", "{}");
            server.answer("/session/ses_prompted/message", "[]");
            server.answer("/session/ses_fork/message", "[]");
            server.answer(
                    "/experimental/session",
                    "[" + session("new", "", CREATED) + "," + session("fork", "Old (fork #1)", CREATED) + ","
                            + session("prompted", "x", CREATED + 5) + "]");
            ShellRun run = ShellRun.of(server.baseUrl(), "ls");
            assertThat(run.out()).contains("(untitled)");
            assertThat(server.asked()).noneMatch(url -> url.encodedPath().contains("ses_new"));
            assertThat(server.asked()).anyMatch(url -> url.encodedPath().contains("ses_fork"));
            assertThat(server.asked()).anyMatch(url -> url.encodedPath().contains("ses_prompted"));
        }
    }

    @Test
    void aServerThatHangsIsReportedWhileTheOthersAreListed() throws IOException {
        try (CannedServer answers = new CannedServer(3);
                ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String silent = "http://127.0.0.1:" + hangs.getLocalPort();
            ShellRun run = ShellRun.of(answers.baseUrl(), "--server", silent, "ls");
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.lines()).hasSize(4).anyMatch(line -> line.startsWith("completed"));
            assertThat(run.err()).contains(silent + " does not answer");
        }
    }

    private static String session(String id, String title, long updated) {
        return """
            {"id": "ses_%s", "title": "%s", "directory": "/home/dev", "version": "1.18.33",
             "time": {"created": %d, "updated": %d}}\
            """.formatted(id, title, CREATED, updated);
    }
}
