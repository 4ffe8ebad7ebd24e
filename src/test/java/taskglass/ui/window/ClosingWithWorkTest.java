package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.CannedServer;
import taskglass.lab.FxThread;
import taskglass.lab.StandInOpenCode;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.text.Texts;

/** What the window asks before the OpenCode that it started ends with a task at work, and what each key answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class ClosingWithWorkTest extends ApplicationTest {
    private static final DesktopAccess DESKTOP = new DesktopAccess();

    @TempDir
    private Path folder;

    private Stage stage;
    private CannedServer server;
    private StandInOpenCode program;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws Exception {
        server = new CannedServer(3, true);
        program = StandInOpenCode.in(folder, server.baseUrl());
        LocalOpenCode local =
                new LocalOpenCode(new OpenCodeInstall(program.path(), folder, false), program.environment());
        Clock clock = Clock.fixed(CannedServer.now(), ZoneOffset.UTC);
        interact(() -> {
            engine = new Engine(clock, FxThread.executor(), local);
            var now = new SimpleObjectProperty<>(clock.instant());
            new MainWindow(stage, engine, now, DESKTOP, Settings.of(SettingsFile.none(), Runnable::run)).show();
            stage.setWidth(900);
        });
        FxThread.ask(() -> engine.ownOpenCode().start(folder))
                .toCompletableFuture()
                .join();
        FxThread.until("a task is at work", () -> !engine.ownOpenCode().atWork().isEmpty());
    }

    @AfterEach
    void close() {
        interact(() -> {
            DESKTOP.hideAll();
            engine.close();
        });
        program.kill();
        server.close();
    }

    @Test
    void itNamesWhatWouldEnd() {
        ask();
        assertThat(FxThread.ask(() -> pane().orElseThrow().getContentText()))
                .startsWith("One task is running")
                .contains("• Task number 2");
    }

    @Test
    void enterKeepsTheWindowAndTheWork() {
        ask();
        press(KeyCode.ENTER);
        assertThat(stage.isShowing()).isTrue();
        assertThat(program.runs()).isTrue();
    }

    @Test
    void escapeKeepsTheWindowAndTheWork() {
        ask();
        press(KeyCode.ESCAPE);
        assertThat(stage.isShowing()).isTrue();
        assertThat(program.runs()).isTrue();
    }

    @Test
    void whatIsLeftRunningOutlivesTheWindow() {
        ask();
        fire("close.leave");
        Await.until("the window has closed", () -> FxThread.ask(() -> !stage.isShowing()));
        interact(() -> engine.close());
        assertThat(program.runs()).isTrue();
    }

    @Test
    void stoppingItClosesTheWindow() {
        ask();
        fire("close.yes", 1);
        Await.until("the window has closed", () -> FxThread.ask(() -> !stage.isShowing()));
        interact(() -> engine.close());
        assertThat(program.runs()).isFalse();
    }

    @Test
    void stoppingByKeysAsksTooAndEnterKeepsTheWork() {
        shortcut(KeyCode.X);
        FxThread.until("it asks", () -> pane().isPresent());
        press(KeyCode.ENTER);
        assertThat(FxThread.ask(() -> engine.ownOpenCode().atWork())).hasSize(1);
        assertThat(program.runs()).isTrue();
    }

    @Test
    void restartingByKeysAsksAndThenStartsAnew() {
        shortcut(KeyCode.R);
        FxThread.until("it asks", () -> pane().isPresent());
        fire("opencode.restart.yes");
        Await.until("it has been started anew", () -> program.arguments().size() == 2);
    }

    private void ask() {
        // Not waited for: the question keeps it waiting.
        FxThread.executor().execute(() -> {
            WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(request);
            if (!request.isConsumed()) {
                stage.hide();
            }
        });
        FxThread.until("it asks", () -> pane().filter(Node::isVisible).isPresent());
    }

    private static Optional<DialogPane> pane() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
    }

    /** To whatever has the focus in the question. */
    private void press(KeyCode code) {
        interact(() -> {
            Node focused = pane().orElseThrow().getScene().getFocusOwner();
            Event.fireEvent(focused, pressed(code, false));
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
        FxThread.until("it asks no more", () -> pane().isEmpty());
    }

    private void shortcut(KeyCode code) {
        FxThread.executor().execute(() -> Event.fireEvent(stage.getScene().getRoot(), pressed(code, true)));
    }

    private static KeyEvent pressed(KeyCode code, boolean shortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shortcut, shortcut, false, false);
    }

    private void fire(String key, Object... values) {
        String text = Texts.of(key, values);
        interact(() -> pane().orElseThrow().getButtonTypes().stream()
                .filter(type -> type.getText().equals(text))
                .map(type -> (Button) pane().orElseThrow().lookupButton(type))
                .findFirst()
                .orElseThrow()
                .fire());
    }
}
