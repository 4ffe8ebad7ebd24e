package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.ui.detail.output.RowText;

/** The details of a run that failed before its model wrote any message. */
class FailureWithoutMessageTest extends ApplicationTest {
    private static final String REASON = "there is no key for this model";

    private Stage stage;
    private OpenCode2 server;
    private Engine engine;
    private MainWindow window;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void show() throws IOException {
        server = new OpenCode2();
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        interact(() -> {
            window = new MainWindow(
                    stage,
                    engine,
                    new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                    new DesktopAccess(),
                    settings);
            stage.setWidth(980);
            stage.setHeight(700);
            window.show();
            engine.watch(new Connection(new Endpoint(
                    new ServerId(server.baseUrl()), Optional.of(new Credentials("opencode", OpenCode2.PASSWORD)))));
        });
    }

    @AfterEach
    void close() {
        interact(new DesktopAccess()::hideAll);
        interact(engine::close);
        server.close();
    }

    @Test
    void theOutputEndsWithTheReason() {
        FxThread.until(
                "the server is listed",
                () -> engine.health().stream()
                        .allMatch(health -> health.listed().isPresent()));
        String session = server.agents().session("Try the new model");
        server.agents().begin(session, "Try it.");
        server.agents().fail(session, REASON);
        FxThread.until(
                "it has failed",
                () -> engine.store().tasks().stream().anyMatch(task -> task.status() == TaskStatus.FAILED));
        interact(() -> engine.store().tasks().stream().map(AgentTask::key).forEach(window::goTo));
        FxThread.until(
                "the output says why",
                () -> stage.getScene().lookup("#detail-tabs") instanceof TabPane
                        && stage.getScene().lookup("#output") instanceof ListView<?> rows
                        && rows.getItems().stream().map(RowText::of).anyMatch(row -> row.contains(REASON)));
        assertThat(FxThread.ask(() -> {
                    stage.getScene().snapshot(null);
                    return stage.getScene().lookup(".output .failure");
                }))
                .isNotNull();
    }
}
