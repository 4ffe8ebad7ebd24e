package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.Around;
import taskglass.lab.FaultProxy;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** Trap 34: OpenCode 1 creates a session in a directory that does not exist, and takes its prompt, too. */
@NeedsOpenCode
class LaunchDirectoryTest {
    private static final String GONE = "/no/such/place";

    private final RealOpenCode server = RealOpenCode.shared();

    @Test
    void onALocalServerALaunchIntoAMissingDirectoryIsRefusedBeforeAnythingIsCreated() {
        int before = sessions();
        ShellRun run = ShellRun.around(Around.servers(server), "launch", "--agent", "build", "--dir", GONE, "steps=0");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(GONE);
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void behindATunnelTheDirectoryMayBeThere() throws IOException {
        try (FaultProxy tunnel = new FaultProxy(server.baseUrl())) {
            String[] launch = {"launch", "--server", tunnel.baseUrl(), "--agent", "build", "--dir", GONE, "steps=0"};
            ShellRun run = ShellRun.around(Around.servers(server), launch);
            assertThat(run.exit()).isZero();
            server.delete("/session/" + run.out().strip());
        }
    }

    private int sessions() {
        return server.get("/experimental/session").size();
    }
}
