package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.ShellRun;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;

/** What the commands say and how they exit where they have no answer to give: one sentence, and nothing on stdout. */
class ShellTroubleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ls", "watch --json", "wait ses_1", "cancel ses_1", "explain ses_1", "launch --agent build x"})
    void withoutAServerThereEveryCommandSaysSo(String command) throws IOException {
        ShellRun run = ShellRun.of(nobody(), command.split(" ", -1));
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("does not answer").contains("--server");
    }

    @Test
    void whatIsNotOpenCodeIsSaidToBeSo() throws IOException {
        try (MockWebServer stranger = new MockWebServer()) {
            stranger.setDispatcher(new mockwebserver3.Dispatcher() {
                @Override
                public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                    return new MockResponse.Builder()
                            .addHeader("Content-Type", "text/html")
                            .body("<html>")
                            .build();
                }
            });
            stranger.start();
            ShellRun run = ShellRun.of("http://127.0.0.1:" + stranger.getPort(), "ls");
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err()).contains("is not OpenCode. It sent an HTML page");
        }
    }

    @Test
    @NeedsOpenCode
    void aPasswordIsTakenFromTheEnvironmentAndAWrongOneRefused() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode locked = RealOpenCode.start(RealOpenCode.PINNED, model, "secret")) {
            assertThat(ls(locked, Map.of()).exit()).isEqualTo(4);
            assertThat(ls(locked, Map.of()).err()).contains("needs a password");
            ShellRun wrong = ls(locked, Map.of("OPENCODE_SERVER_PASSWORD", "wrong"));
            assertThat(wrong.err()).contains("refuses the password").doesNotContain("wrong");
            assertThat(ls(locked, Map.of("OPENCODE_SERVER_PASSWORD", "secret")).exit())
                    .isZero();
        }
    }

    @Test
    @NeedsOpenCode
    void aServerThatAnswersIsListedThoughAnotherDoesNot() throws IOException {
        RealOpenCode server = RealOpenCode.shared(RealOpenCode.PINNED);
        ShellRun run = ShellRun.of(server.baseUrl(), "ls", "--limit", "1", "--server", nobody());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("does not answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch --agent build",
                "launch",
                "continue ses_1",
                "wait",
                "cancel",
                "explain",
                "ls --status done",
                "ls --limit -1",
                "ls --limit many",
                "launch --agent build --model lab x",
                "nonsense",
                "ls --server build-host"
            })
    void whatIsNotUnderstoodIsAUsageError(String command) {
        ShellRun run = ShellRun.with(Map.of(), "", command.split(" ", -1));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "wait", "explain", "launch --agent build x --parent"})
    void aBlankIdIsAUsageErrorBeforeAnybodyIsAsked(String command) {
        String[] words = (command + " ").split(" ", -1);
        ShellRun run = ShellRun.of("http://127.0.0.1:9", words);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("An ID is empty");
    }

    @Test
    void anUnknownCommandIsReportedInOneLineWithTheNearest() {
        ShellRun run = ShellRun.of("http://127.0.0.1:9", "cancle");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("cancle")
                .contains("cancel");
    }

    @Test
    void noCommandIsGivenToTheDemo() {
        ShellRun run = ShellRun.with(Map.of(), "", "--demo", "ls");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--demo opens a window");
    }

    @Test
    void helpHelps() {
        ShellRun run = ShellRun.with(Map.of(), "", "help", "ls");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("--limit");
    }

    @Test
    void anEmptyPromptIsRefused() {
        ShellRun run = ShellRun.with(Map.of(), " \n", "launch", "--agent", "build", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("The prompt is empty");
    }

    private static ShellRun ls(RealOpenCode server, Map<String, String> environment) {
        return ShellRun.with(environment, "", "ls", "--server", server.baseUrl());
    }

    private static String nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
