package taskglass.opencode.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.LabHome;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.NpmOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ServerApi;

/** The real program as our child. */
@NeedsOpenCode
class LocalServerRealTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabHome home;
    private LocalServer server;

    @BeforeEach
    void start() throws Exception {
        home = new LabHome("http://127.0.0.1:1/v1");
        server = LocalServer.start(
                new ServeCommand(NpmOpenCode.program(RealOpenCode.PINNED), home.project(), home.environment()),
                LocalServer.newCredentials(),
                new StateFolder(home.newDirectory("state")));
    }

    @AfterEach
    void end() {
        server.close();
        home.close();
    }

    @Test
    void itAnswersToItsPasswordOnly() {
        List<Integer> statuses = List.of(
                new ServerApi(server.id().url(), "").status("/global/health"),
                new ServerApi(server.id().url(), "guess").status("/global/health"),
                api().status("/global/health"));
        assertThat(statuses).containsExactly(401, 401, 200);
    }

    @Test
    void itWorksInTheChosenFolder() {
        assertThat(api().get("/path").path("directory").asText())
                .isEqualTo(home.project().toString());
    }

    @Test
    void itsPasswordIsInNobodysArguments() {
        List<String> arguments = ProcessHandle.current()
                .descendants()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
        assertThat(arguments)
                .anyMatch(line -> line.contains("serve"))
                .noneMatch(line -> line.contains(server.credentials().password()));
    }

    @Test
    void closingItEndsTheCommandsOfItsAgentsToo() {
        String session =
                api().post("/session", JSON.createObjectNode()).path("id").asText();
        ObjectNode sleep = JSON.createObjectNode().put("agent", "build").put("command", "sleep 613");
        CompletableFuture<Void> answer =
                CompletableFuture.runAsync(() -> api().post("/session/" + session + "/shell", sleep));
        Await.until("the command runs", () -> !sleepers().isEmpty() && !answer.isDone());
        List<ProcessHandle> sleepers = sleepers();
        server.close();
        assertThat(sleepers).noneMatch(ProcessTree::runs);
    }

    @Test
    void afterClosingNothingListensThere() {
        server.close();
        assertThat(api().status("/global/health")).isZero();
    }

    private ServerApi api() {
        return new ServerApi(server.id().url(), server.credentials().password());
    }

    private static List<ProcessHandle> sleepers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 613"))
                .toList();
    }
}
