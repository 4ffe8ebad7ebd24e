package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.Loopback;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.MemoryKeychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerList;
import taskglass.settings.ServerMark;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.status.ServerHealth;

/** The page that asks for a password, where a keychain is. */
class RememberedPasswordTest extends ApplicationTest {
    private static final DesktopAccess DESKTOP = new DesktopAccess();
    private static final String LISTING = "/experimental/session";

    private final MemoryKeychain memory = new MemoryKeychain();
    private Stage stage;
    private Loopback locked;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws IOException {
        locked = new Loopback();
        locked.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        locked.answer(LISTING, 401, "text/plain", "");
    }

    @AfterEach
    void close() {
        interact(() -> {
            DESKTOP.hideAll();
            engine.close();
        });
        locked.close();
    }

    @Test
    void thePasswordOfAnAddedServerIsRememberedIfAPersonTicksThat() {
        show(true);
        FxThread.until("it is offered", () -> remember().isVisible());
        locked.answer(LISTING, "[]");
        interact(() -> remember().setSelected(true));
        unlock();
        Await.until("it is kept", () -> memory.kept().containsValue("open sesame"));
    }

    @Test
    void itIsNotRememberedUnasked() {
        show(true);
        FxThread.until("it is offered", () -> remember().isVisible());
        locked.answer(LISTING, "[]");
        unlock();
        FxThread.until(
                "it is let in", () -> engine.store().health(server()).trouble().isEmpty());
        assertThat(memory.kept()).isEmpty();
    }

    @Test
    void whereTheServerWasNotAddedItIsNotOffered() {
        show(false);
        assertThat(FxThread.ask(() -> remember().isVisible())).isFalse();
    }

    private void show(boolean added) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        interact(() -> {
            engine = new Engine(Clock.systemUTC(), FxThread.executor(), none);
            Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
            if (added) {
                new ServerList(settings)
                        .put(new ServerEntry(server(), "build", ServerMark.GREY, ServerEntry.DEFAULT_USER, Set.of()));
            }
            var clock = new SimpleObjectProperty<>(Clock.systemUTC().instant());
            MainWindow window = new MainWindow(stage, engine, clock, DESKTOP, settings, memory.through(Runnable::run));
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
            window.added().watchAll();
            engine.watch(new Connection(new Endpoint(server(), Optional.empty())));
        });
        FxThread.until(
                "it is locked",
                () -> engine.store().health(server()).state() == ServerHealth.ConnectionState.UNAUTHORISED);
        FxThread.until(
                "the page asks",
                () -> password() != null && password().getParent().isVisible());
    }

    private void unlock() {
        interact(() -> {
            password().setText("open sesame");
            password().getOnAction().handle(new ActionEvent());
        });
    }

    private ServerId server() {
        return new ServerId(locked.baseUrl());
    }

    private CheckBox remember() {
        return (CheckBox) stage.getScene().getRoot().lookup("#remember");
    }

    private PasswordField password() {
        return (PasswordField) stage.getScene().getRoot().lookup(".password-field");
    }
}
