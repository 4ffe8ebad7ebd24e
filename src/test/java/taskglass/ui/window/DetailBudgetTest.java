package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.lab.Histogram;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;

/** What details that were opened and closed leave behind in a real window: a listener or a subscription each would do. */
class DetailBudgetTest extends ApplicationTest {
    private static final int TASKS = 5;
    private static final int LOOKS = 1000;

    /** How many between two pulses, which lay out the table as well. */
    private static final int AT_ONCE = 10;

    /** Enough for every class to be loaded and every cache to be filled. */
    private static final int FIRST_LOOKS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimpleObjectProperty<Instant> clock =
            new SimpleObjectProperty<>(Clock.systemUTC().instant());
    private Stage stage;
    private Engine engine;
    private CannedServer server;

    @Override
    public void start(Stage primary) throws Exception {
        server = new CannedServer(TASKS);
        stage = new Stage();
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = new Engine(Clock.systemUTC(), FxThread.executor(), none);
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        MainWindow window = new MainWindow(stage, engine, clock, new DesktopAccess(), settings);
        stage.setX(10);
        stage.setY(10);
        stage.setWidth(900);
        stage.setHeight(650);
        window.show();
        engine.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.empty())));
    }

    @Override
    public void stop() {
        engine.close();
        new DesktopAccess().hideAll();
        server.close();
    }

    @Test
    void aThousandDetailsThatWereOpenedAndClosedLeaveNoObjectEach() {
        FxThread.until("the rows are there", () -> table().getExpandedItemCount() == TASKS);
        look(FIRST_LOOKS);
        Histogram before = Histogram.now();
        look(LOOKS);
        AtomicReference<Map<String, Long>> left = new AtomicReference<>(Map.of());
        try {
            Await.until("what they left behind is gone", PATIENCE, () -> {
                left.set(Histogram.now().since(before).atLeast(LOOKS));
                return left.get().isEmpty();
            });
        } finally {
            assertThat(left.get()).as("objects left behind").isEmpty();
        }
    }

    /** Opens the details of one task after the other, lays them out, lets a second pass, and closes them. */
    private void look(int times) {
        for (int done = 0; done < times; done += AT_ONCE) {
            FxThread.ask(() -> {
                for (int i = 0; i < AT_ONCE; i++) {
                    table().getSelectionModel().clearAndSelect(i % TASKS);
                    toggle();
                    ((Parent) stage.getScene().lookup("#detail")).layout();
                    clock.set(clock.get().plusSeconds(1));
                    toggle();
                }
                return true;
            });
        }
    }

    private void toggle() {
        ((Button) stage.getScene().lookup("#toggleDetail")).fire();
    }

    private TreeTableView<?> table() {
        return (TreeTableView<?>) stage.getScene().lookup(".tree-table-view");
    }
}
