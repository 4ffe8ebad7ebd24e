package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.LabTerminal;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.http.Credentials;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/** Real OpenCode processes: those with a port are found, those without are named. */
@NeedsOpenCode
class ProcessesRealTest {
    private static final Duration A_TERMINAL = Duration.ofSeconds(90);

    /** 1.2.27 runs below npm's launcher, 1.18.33 in its place. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void aServerIsFoundByItsProcess(String version) {
        RealOpenCode server = RealOpenCode.shared(version);
        FoundServer foundServer = only(scan(Around.servers(server)));
        assertThat(foundServer.server()).isEqualTo(new ServerId(server.baseUrl()));
        assertThat(foundServer.origin())
                .isInstanceOfSatisfying(
                        ServerOrigin.Listener.class,
                        origin -> assertThat(origin.directory())
                                .isEqualTo(server.project().toString()));
    }

    @Test
    void aServerThatIsNoConcernIsNotFound() {
        RealOpenCode.shared();
        assertThat(scan(Around.processes(pid -> false)).servers()).isEmpty();
    }

    @Test
    void whereNobodyKnowsThePasswordTheServerIsFoundLocked() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode locked = RealOpenCode.start(RealOpenCode.PINNED, model, "sesame")) {
            assertThat(only(scan(Around.servers(locked))).credentials()).isEmpty();
            assertThat(only(scan(Around.processes(locked::runs, "wrong"))).credentials())
                    .isEmpty();
            assertThat(only(scan(Around.processes(locked::runs, "sesame"))).credentials())
                    .contains(new Credentials("opencode", "sesame"));
        }
    }

    @Test
    void aServerThatHasEndedIsFoundNoMore() throws Exception {
        RealOpenCode server = RealOpenCode.shared().startBeside();
        ServerSearch serverSearch = new ServerSearch(Around.servers(server));
        assertThat(serverSearch.runOnce(news -> {}).servers()).hasSize(1);
        server.close();
        assertThat(serverSearch.runOnce(news -> {}).servers()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTerminalWithoutAPortIsNamedWithItsDirectory() throws IOException {
        RealOpenCode server = RealOpenCode.shared();
        try (LabTerminal terminal = server.openTerminalWith("")) {
            List<PortlessOpenCode> portless = awaitPortless(terminal::runs);
            assertThat(portless)
                    .singleElement()
                    .satisfies(named -> assertThat(named.directory())
                            .isEqualTo(server.project().toString()));
        }
    }

    /** What the window and the shell advise. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTerminalThatIsStartedWithAPortIsFoundAsAServer() throws IOException {
        try (LabTerminal terminal = RealOpenCode.shared().openTerminalWith("--port 0")) {
            ServerSearch serverSearch = new ServerSearch(Around.processes(terminal::runs));
            Await.until(
                    "the terminal is a server",
                    A_TERMINAL,
                    () -> !serverSearch.runOnce(news -> {}).servers().isEmpty());
            assertThat(serverSearch.runOnce(news -> {}).portless()).isEmpty();
        }
    }

    private static List<PortlessOpenCode> awaitPortless(LongPredicate concerned) {
        ServerSearch serverSearch = new ServerSearch(Around.processes(concerned));
        Await.until(
                "the terminal is there",
                A_TERMINAL,
                () -> !serverSearch.runOnce(news -> {}).portless().isEmpty());
        return serverSearch.runOnce(news -> {}).portless();
    }

    private static DiscoveryResult scan(SearchScope around) {
        return new ServerSearch(around).runOnce(news -> {});
    }

    private static FoundServer only(DiscoveryResult discoveryResult) {
        return Optional.of(discoveryResult.servers())
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .orElseThrow(() -> new AssertionError("not exactly one: " + discoveryResult));
    }
}
