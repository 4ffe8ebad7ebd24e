package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.OpenCode2;

/** What commands say of a run on the scripted OpenCode 2 that a person stopped. */
class OpenCode2ShellTest {
    private OpenCode2 server;
    private String session;

    @BeforeEach
    void work() throws IOException {
        server = new OpenCode2();
        session = server.agents().session("Port the parser");
        server.agents().begin(session, "port it");
        server.agents().step(session);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void cancelSaysThatItIsCancelled() {
        ShellRun run = shell("cancel", session);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("cancelled");
    }

    @Test
    void whoeverWaitsForItLearnsThatItWasCancelled() {
        server.agents().interrupted(session, "user");
        ShellRun run = shell("wait", session);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
    }

    private ShellRun shell(String command, String id) {
        return ShellRun.with(
                Map.of("OPENCODE_PASSWORD", OpenCode2.PASSWORD), "", "--server", server.baseUrl(), command, id);
    }
}
