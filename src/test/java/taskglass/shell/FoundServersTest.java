package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.ShellRun;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.LabTerminal;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.OpenCode2;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.discovery.ServerSearch;

/** The commands where no server was named: those of this machine are found. */
class FoundServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_TERMINAL = Duration.ofSeconds(90);

    @Test
    @NeedsOpenCode
    void lsListsTheSessionsOfEveryServerOfThisMachine() {
        RealOpenCode older = RealOpenCode.shared("1.2.27");
        RealOpenCode newer = RealOpenCode.shared();
        String one = session(older);
        String other = session(newer);
        ShellRun run = ShellRun.around(Around.servers(older, newer), "ls", "--json", "--limit", "0");
        assertThat(run.out()).contains(one, older.baseUrl()).contains(other, newer.baseUrl());
        assertThat(run.exit()).isZero();
    }

    @Test
    @NeedsOpenCode
    void sessionsOfThreeGenerationsStandInOneList(@TempDir Path folder) throws IOException {
        RealOpenCode older = RealOpenCode.shared("1.2.27");
        RealOpenCode newer = RealOpenCode.shared();
        String second = newer.post("/api/session", JSON.createObjectNode())
                .at("/data/id")
                .asText();
        try (OpenCode2 next = new OpenCode2()) {
            String first = session(older);
            String beside = session(newer);
            String third = next.agents().session("Of tomorrow");
            SearchScope around = Around.serversAndService(next.writeService(folder), older, newer);
            ShellRun run = ShellRun.around(around, "ls", "--json", "--limit", "0");
            assertThat(run.out()).contains(first, beside, second, third);
            assertThat(run.exit()).isZero();
        }
    }

    @Test
    @NeedsOpenCode
    void aTaskCanBeWaitedForThatWasLaunchedOnAFoundServer() {
        SearchScope around = Around.servers(RealOpenCode.shared());
        ShellRun launched = ShellRun.around(around, "launch", "--agent", "build", "steps=0");
        ShellRun waited = ShellRun.around(around, "wait", launched.out().strip());
        assertThat(waited.exit()).isZero();
    }

    @Test
    @NeedsOpenCode
    void aFoundServerThatWantsAPasswordIsReported() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode locked = RealOpenCode.start(RealOpenCode.PINNED, model, "sesame")) {
            ShellRun run = ShellRun.around(Around.servers(locked), "ls");
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err()).contains(locked.baseUrl() + " needs a password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "watch", "wait ses_1", "cancel ses_1", "explain ses_1", "launch --agent build x"})
    void whereNothingIsFoundOneSentenceSaysWhatToDo(String command) {
        ShellRun run = ShellRun.around(Around.processes(pid -> false), command.split(" ", -1));
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("No OpenCode server")
                .contains("opencode serve")
                .contains("--server");
    }

    @Test
    @NeedsOpenCode
    @EnabledOnOs(OS.LINUX)
    void aTerminalWithoutAPortIsNamedWhereNothingElseIsFound() throws IOException {
        try (LabTerminal terminal = RealOpenCode.shared().openTerminalWith("")) {
            SearchScope around = Around.processes(terminal::runs);
            ServerSearch serverSearch = new ServerSearch(around);
            Await.until(
                    "the terminal is there",
                    A_TERMINAL,
                    () -> !serverSearch.runOnce(news -> {}).portless().isEmpty());
            assertThat(ShellRun.around(around, "ls").err())
                    .contains("An OpenCode terminal in " + RealOpenCode.shared().project())
                    .contains("opencode --port 0");
        }
    }

    private static String session(RealOpenCode server) {
        ObjectNode body = JSON.createObjectNode().put("title", "Found");
        String in = "?directory=" + RealOpenCode.encoded(server.project());
        return server.post("/session" + in, body).path("id").asText();
    }
}
