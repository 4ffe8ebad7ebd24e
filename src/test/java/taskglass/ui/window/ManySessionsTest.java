package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.lab.Stalls;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;

/** The window over a server with 3,000 sessions. */
class ManySessionsTest extends ApplicationTest {
    private static final int MANY = 3000;

    private Stage stage;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(Clock.systemUTC(), FxThread.executor(), none);
        MainWindow window = new MainWindow(
                stage,
                engine,
                new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                new DesktopAccess(),
                Settings.of(SettingsFile.none(), Runnable::run));
        stage.setX(10);
        stage.setY(10);
        stage.setWidth(900);
        stage.setHeight(650);
        window.show();
    }

    @Override
    public void stop() {
        engine.close();
        new DesktopAccess().hideAll();
    }

    @Test
    void allAreListedReadOnceAndThenLeftAlone() throws IOException {
        Connection.warmUp();
        WaitForAsyncUtils.waitForFxEvents();
        try (CannedServer server = new CannedServer(MANY);
                Stalls stalls = new Stalls()) {
            interact(
                    () -> engine.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty()))));
            Await.until("all rows are there", () -> rows() == MANY);
            System.out.printf(
                    "3,000 sessions listed: the window stood still for %d ms at worst%n",
                    stalls.worst().toMillis());
            Await.until("all outcomes are known", Duration.ofMinutes(2), () -> completed() == MANY);
            int requests = server.requests();
            // Two requests for each session, once; the rest are polls.
            assertThat(requests).isBetween(2 * MANY, 2 * MANY + MANY / 4);
            System.out.printf(
                    "3,000 outcomes read in %,d requests: the window stood still for %d ms at worst%n",
                    requests, stalls.worst().toMillis());
        }
    }

    private int rows() {
        return FxThread.ask(() ->
                ((TreeTableView<?>) stage.getScene().getRoot().lookup(".tree-table-view")).getExpandedItemCount());
    }

    private long completed() {
        return FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> task.status() == TaskStatus.COMPLETED)
                .count());
    }
}
