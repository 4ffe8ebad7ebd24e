package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;

/** Trap 34 and opencode#33909: a prompt to a session whose directory has been removed is taken, and nothing comes of it. */
@NeedsOpenCode
class GoneDirectoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealOpenCode server = RealOpenCode.shared();
    private Path directory;
    private String session;

    @BeforeEach
    void promptWithoutADirectory() throws IOException {
        directory = server.newDirectory("gone-" + System.nanoTime());
        String in = "?directory=" + RealOpenCode.encoded(directory);
        session = server.post("/session" + in, JSON.createObjectNode().put("title", "Gone"))
                .path("id")
                .asText();
        Files.delete(directory);
        ObjectNode body = JSON.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", "steps=0");
        server.post("/session/" + session + "/prompt_async" + in, body);
        Await.until(
                "it has been given up",
                () -> server.messages(session, directory).size() == 2
                        && !server.get("/session/status" + in).has(session));
    }

    @AfterEach
    void delete() {
        server.delete("/session/" + session + "?directory=" + RealOpenCode.encoded(directory));
    }

    @Test
    void trap34OnALocalServerItsDirectoryIsSaidToBeGone() {
        ShellRun run = ShellRun.around(Around.servers(server), "explain", session);
        assertThat(run.out()).startsWith("interrupted").contains("Its directory is gone");
    }

    @Test
    void theListSaysTheSame() {
        ShellRun run = ShellRun.around(Around.servers(server), "ls", "--json", "--limit", "0");
        assertThat(run.out().lines().filter(line -> line.contains(session)))
                .singleElement()
                .asString()
                .contains("its directory is gone");
    }

    @Test
    void trap34BehindATunnelNothingIsConcludedFromTheFilesOfThisMachine() throws IOException {
        try (FaultProxy tunnel = new FaultProxy(server.baseUrl())) {
            ShellRun run = ShellRun.around(Around.servers(server), "--server", tunnel.baseUrl(), "explain", session);
            assertThat(run.out()).isNotEmpty().doesNotContain("directory");
        }
    }
}
