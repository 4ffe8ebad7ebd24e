package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.LabHome;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.NpmOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.status.ServerHealth;

/** From a machine where no OpenCode answers to a watched one, through the window and the real program. */
@NeedsOpenCode
class FirstStartTest extends ApplicationTest {
    /** Port 9 is the discard service's: nobody listens there. */
    private static final ServerId NOBODY = new ServerId("http://127.0.0.1:9");

    private static final DesktopAccess DESKTOP = new DesktopAccess();

    private Stage stage;
    private ScriptedModel model;
    private LabHome home;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws Exception {
        model = new ScriptedModel();
        home = new LabHome(model.baseUrl());
    }

    @AfterEach
    void close() {
        interact(() -> {
            DESKTOP.hideAll();
            engine.close();
        });
        model.close();
        home.close();
    }

    @Test
    void whereNothingAnswersOneButtonStartsOpenCode() throws Exception {
        show(NOBODY, Map.of("PATH", binaries()));
        startOpenCode();
        assertThat(servers()).doesNotContain(NOBODY);
    }

    @Test
    void theServerThatWasStartedEndsWithTheEngine() throws Exception {
        show(NOBODY, Map.of("PATH", binaries()));
        startOpenCode();
        assertThat(ours()).isNotEmpty();
        interact(() -> engine.close());
        Await.until("it has ended", () -> ours().isEmpty());
    }

    @Test
    void whereNothingIsInstalledThePageSaysHowToGetIt() {
        show(NOBODY, Map.of("PATH", ""));
        awaitText("npm");
    }

    @Test
    void closingAsksWhileATaskRunsOnTheServerThatWasStarted() throws Exception {
        show(NOBODY, Map.of("PATH", binaries()));
        launch("gate=never", startOpenCode());
        // Not waited for: the question keeps it waiting.
        FxThread.executor().execute(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        FxThread.until(
                "the question is asked",
                () -> Window.getWindows().stream().anyMatch(window -> window.isShowing() && !window.equals(stage)));
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void aServerOfOursThatDiesInterruptsItsTasksAndShowsWhatItPrintedLast() throws Exception {
        show(NOBODY, Map.of("PATH", binaries()));
        ServerId server = startOpenCode();
        launch("gate=never", server);
        ours().forEach(ProcessHandle::destroyForcibly);
        Await.until("the task is interrupted", () -> statuses().equals(List.of(TaskStatus.INTERRUPTED)));
        Await.until(
                "the way to its last lines is there",
                () -> link("What happened…").isPresent());
        interact(() -> link("What happened…").orElseThrow().fire());
        awaitText("opencode server listening on");
    }

    @Test
    void aServerThatWantsAPasswordGetsItFromThePage() throws Exception {
        try (RealOpenCode locked = RealOpenCode.start(RealOpenCode.PINNED, model, "open sesame")) {
            ServerId server = new ServerId(locked.baseUrl());
            show(server, Map.of("PATH", ""));
            awaitText(server.shortName() + " needs a password");
            unlock("wrong");
            awaitText("not accepted");
            unlock("open sesame");
            awaitLive(server);
        }
    }

    /** The processes of servers that the window started. */
    private static List<ProcessHandle> ours() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--port 0"))
                .toList();
    }

    private void show(ServerId server, Map<String, String> environment) {
        OpenCodeInstall install = new OpenCodeInstall(environment, Path.of("/nowhere"), false);
        interact(() -> {
            engine = new Engine(Clock.systemUTC(), FxThread.executor(), new LocalOpenCode(install, home.environment()));
            var clock = new SimpleObjectProperty<>(Clock.systemUTC().instant());
            MainWindow window =
                    new MainWindow(stage, engine, clock, DESKTOP, Settings.of(SettingsFile.none(), Runnable::run));
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
            engine.watch(new Connection(new Endpoint(server, Optional.empty())));
        });
    }

    private ServerId startOpenCode() {
        Await.until(
                "the offer is there",
                () -> FxThread.ask(() -> find("#start") instanceof Button start
                        && start.getParent().isVisible()));
        interact(() -> ((Button) find("#start")).fire());
        Await.until("a server of ours is watched", () -> !servers().contains(NOBODY));
        ServerId server = servers().getFirst();
        awaitLive(server);
        return server;
    }

    private void awaitLive(ServerId server) {
        Await.until(
                "live",
                () -> FxThread.ask(() -> engine.store().health(server).state()) == ServerHealth.ConnectionState.LIVE);
    }

    private void launch(String script, ServerId server) {
        LaunchRequest request = new LaunchRequest(
                server, "A task", script, Assignment.UNKNOWN, home.project().toString(), Family.NONE);
        FxThread.ask(() -> engine.launch(request)).toCompletableFuture().join();
        Await.until("it runs", () -> statuses().equals(List.of(TaskStatus.RUNNING)));
    }

    private List<TaskStatus> statuses() {
        return FxThread.ask(
                () -> engine.store().tasks().stream().map(task -> task.status()).toList());
    }

    private void unlock(String password) {
        interact(() -> {
            PasswordField field = (PasswordField) stage.getScene().getRoot().lookup(".password-field");
            field.setText(password);
            field.getOnAction().handle(new ActionEvent());
        });
    }

    private void awaitText(String words) {
        Await.until(
                "“" + words + "” is on the screen",
                () -> FxThread.ask(() -> stage.getScene().getRoot().lookupAll("*").stream()
                        .anyMatch(node -> node instanceof Labeled label
                                && node.isVisible()
                                && String.valueOf(label.getText()).contains(words))));
    }

    private Optional<Hyperlink> link(String text) {
        return FxThread.ask(() -> stage.getScene().getRoot().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals(text))
                .findFirst());
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private List<ServerId> servers() {
        return FxThread.ask(engine::servers);
    }

    private static String binaries() throws Exception {
        return NpmOpenCode.program(RealOpenCode.PINNED).getParent().toString();
    }
}
