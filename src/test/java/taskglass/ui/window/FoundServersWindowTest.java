package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.LabHome;
import taskglass.lab.LabTerminal;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.NpmOpenCode;
import taskglass.lab.OpenCode2;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.lab.Snapshot;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.status.ServerHealth;

/** The window where no server was named: it shows what it finds on this machine, and what it cannot ask. */
@NeedsOpenCode
class FoundServersWindowTest extends ApplicationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DesktopAccess DESKTOP = new DesktopAccess();
    private static final Duration A_TERMINAL = Duration.ofSeconds(90);

    private Stage stage;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        interact(() -> {
            DESKTOP.hideAll();
            engine.close();
        });
    }

    @Test
    void theTasksOfEveryServerStandInOneListAndEachSaysWhereItWasFound() {
        RealOpenCode older = RealOpenCode.shared("1.2.27");
        RealOpenCode newer = RealOpenCode.shared();
        session(older, "On the older one");
        session(newer, "On the newer one");
        show(Around.servers(older, newer), Map.of("PATH", ""));
        awaitText("On the older one");
        awaitText("On the newer one");
        awaitHelp(shortName(newer) + " ·", "Found by its process, ", "started in " + newer.project() + ".");
    }

    @Test
    void threeGenerationsStandInOneList(@TempDir Path folder) throws IOException {
        RealOpenCode older = RealOpenCode.shared("1.2.27");
        RealOpenCode newer = RealOpenCode.shared();
        session(older, "Of 1.2.27");
        session(newer, "Of 1.18.33");
        String second = newer.post("/api/session", JSON.createObjectNode())
                .at("/data/id")
                .asText();
        newer.patch("/session/" + second, JSON.createObjectNode().put("title", "Of the V2 runtime in 1.18.33"));
        try (OpenCode2 next = new OpenCode2()) {
            next.agents().begin(next.agents().session("Of 2.1.0"), "port it");
            show(Around.serversAndService(next.writeService(folder), older, newer), Map.of("PATH", ""));
            awaitText("Of 1.2.27");
            awaitText("Of 1.18.33");
            awaitText("Of the V2 runtime in 1.18.33");
            awaitText("Of 2.1.0");
            Snapshot.of(stage.getScene(), "three-generations");
        }
    }

    @Test
    void whereNothingIsFoundOneButtonStartsOpenCode() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                LabHome home = new LabHome(model.baseUrl())) {
            String programs =
                    NpmOpenCode.program(RealOpenCode.PINNED).getParent().toString();
            show(
                    Around.processes(pid -> false),
                    new LocalOpenCode(
                            new OpenCodeInstall(Map.of("PATH", programs), Path.of("/nowhere"), false),
                            home.environment()));
            awaitText("No OpenCode server found");
            FxThread.until(
                    "the way on has the focus",
                    () -> stage.getScene().lookup("#start").isFocused());
            interact(() -> ((Button) stage.getScene().lookup("#start")).fire());
            Await.until("a server of ours is live", () -> words().equals(List.of(ServerHealth.ConnectionState.LIVE)));
            ServerId ours = FxThread.ask(() -> engine.servers().getFirst());
            assertThat(FxThread.ask(() -> engine.discovery().origin(ours))).isEqualTo(new ServerOrigin.StartedHere());
        }
    }

    @Test
    void aLockedServerSaysWhereItWasFound() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode locked = RealOpenCode.start(RealOpenCode.PINNED, model, "sesame")) {
            show(Around.servers(locked), Map.of("PATH", ""));
            awaitText(shortName(locked) + " needs a password");
            awaitText("Found by its process, ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTerminalWithoutAPortIsNamedBesideTheServers() throws IOException {
        RealOpenCode server = RealOpenCode.shared();
        try (LabTerminal terminal = server.openTerminalWith("")) {
            show(Around.processes(pid -> server.runs(pid) || terminal.runs(pid)), Map.of("PATH", ""));
            awaitText("1 terminal without a port");
            awaitHelp(
                    "1 terminal without a port",
                    "An OpenCode terminal in " + server.project(),
                    "appear through your other servers");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereThereIsOnlyATerminalThePageSaysHowToWatchIt() throws IOException {
        try (LabTerminal terminal = RealOpenCode.shared().openTerminalWith("")) {
            show(Around.processes(terminal::runs), Map.of("PATH", ""));
            awaitText("opencode\u00a0--port\u00a00");
        }
    }

    private void show(SearchScope around, Map<String, String> environment) {
        show(around, new LocalOpenCode(new OpenCodeInstall(environment, Path.of("/nowhere"), false), Map.of()));
    }

    private void show(SearchScope around, LocalOpenCode local) {
        interact(() -> {
            engine = new Engine(Clock.systemUTC(), FxThread.executor(), local);
            MainWindow window = new MainWindow(
                    stage,
                    engine,
                    new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                    DESKTOP,
                    Settings.of(SettingsFile.none(), Runnable::run));
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
            engine.discovery().start(around);
        });
    }

    private List<ServerHealth.ConnectionState> words() {
        return FxThread.ask(() -> engine.servers().stream()
                .map(server -> engine.store().health(server).state())
                .toList());
    }

    private void awaitText(String words) {
        Await.until(
                "“" + words + "” is on the screen",
                A_TERMINAL,
                () -> label(words).isPresent());
    }

    /** Until assistive technology and the tooltip say this about the label that begins so. */
    private void awaitHelp(String beginning, String... words) {
        FxThread.until(
                "“" + beginning + "” tells " + List.of(words),
                () -> label(beginning)
                        .map(Labeled::getAccessibleHelp)
                        .filter(help -> Stream.of(words).allMatch(help::contains))
                        .isPresent());
    }

    private Optional<Labeled> label(String words) {
        return FxThread.ask(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(Labeled.class::cast)
                .filter(label -> String.valueOf(label.getText()).contains(words))
                .findFirst());
    }

    private static String shortName(RealOpenCode server) {
        return new ServerId(server.baseUrl()).shortName();
    }

    private static void session(RealOpenCode server, String title) {
        ObjectNode body = JSON.createObjectNode().put("title", title);
        server.post("/session?directory=" + RealOpenCode.encoded(server.project()), body);
    }
}
