package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.FaultProxy;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** What whoever waits for somebody to be needed is told where a server refuses to list that (trap 33). */
@NeedsOpenCode
class RefusedListWaitTest {
    private static final Answer REFUSED = new Answer(400, "application/json", "{\"name\":\"BadRequest\"}");

    private final RealOpenCode server = RealOpenCode.shared();
    private FaultProxy proxy;

    @BeforeEach
    void refuse() throws IOException {
        proxy = new FaultProxy(server.baseUrl());
        proxy.answer(path -> path.equals("/permission"), REFUSED);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void trap33WaitingUntilBlockedTellsThatATaskMayWaitUnseen() {
        String session = launched();
        ShellRun run = ShellRun.of(proxy.baseUrl(), "wait", "--until-blocked", session);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(proxy.baseUrl() + " refuses to list for " + server.project() + ": permission requests.")
                .contains("A task there may be waiting for an answer.");
    }

    private String launched() {
        return ShellRun.of(server.baseUrl(), "launch", "--agent", "build", "steps=1 sleep=1")
                .out()
                .strip();
    }
}
