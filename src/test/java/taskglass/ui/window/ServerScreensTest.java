package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.Loopback;
import taskglass.lab.Snapshot;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.MemoryKeychain;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.settings.ServerList;
import taskglass.settings.ServerMark;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;

/** Paints what is shown of servers, light and dark: {@code mvn verify -Dtest=ServerScreensTest}. */
@Tag("slow")
class ServerScreensTest extends ApplicationTest {
    /** An empty pane has fewer. */
    private static final long COLOURS = 40;

    private static final int MANY = 9;

    /** Of a network that is kept for documents: nothing answers there, and nothing is sent. */
    private static final ServerId FAR = new ServerId("http://192.0.2.10:4096");

    private static final DesktopAccess DESKTOP = new DesktopAccess();

    private final SimpleObjectProperty<Instant> clock =
            new SimpleObjectProperty<>(Clock.systemUTC().instant());
    private final Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
    private final ServerList list = new ServerList(settings);
    private Stage stage;
    private Loopback server;
    private Engine engine;
    private MainWindow window;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws IOException {
        server = new Loopback();
        server.answer("/global/health", "{\"healthy\":true,\"version\":\"1.18.33\"}");
        server.answer("/experimental/session", "[]");
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
    }

    @AfterEach
    void close() {
        interact(() -> {
            DESKTOP.hideAll();
            engine.close();
        });
        server.close();
    }

    @Test
    void theLockedPageIsPainted() {
        server.answer("/experimental/session", 401, "text/plain", "");
        list.put(entry(id(), "build-host", ServerMark.GREY));
        show();
        awaitShown("#remember");
        paint("server-locked", stage);
    }

    @Test
    void thePageBeforePlainHttpIsPainted() {
        show();
        interact(() -> engine.watch(new Connection(new Endpoint(FAR, Optional.of(new Credentials("opencode", "x"))))));
        awaitShown("#plainRow");
        paint("server-plain", stage);
    }

    @Test
    void thePausedPageAndTheDialogThatAddsArePainted() {
        list.put(entry(id(), "build-host", ServerMark.GREY).with(Flag.PAUSED, true));
        show();
        awaitShown("#resumeRow");
        paint("server-paused", stage);
        press(KeyCode.S);
        Window dialog = awaitWindow(".server-form");
        fill(dialog, "#url", FAR.url());
        fill(dialog, "#password", "secret");
        paint("server-add", dialog);
        interact(dialog::hide);
    }

    @Test
    void thePopupAndTheChipsOfManyServersArePainted() {
        list.put(entry(id(), "build-host", ServerMark.BLUE));
        IntStream.range(0, MANY)
                .mapToObj(i -> entry(
                                new ServerId("https://build-host-" + i + ".example.com:4096"),
                                "build-host-" + i,
                                ServerMark.GREY)
                        .with(Flag.PAUSED, true))
                .forEach(list::put);
        show();
        FxThread.until(
                "it is listed", () -> engine.store().health(id()).listed().isPresent());
        awaitShown("#more-servers");
        paint("server-chips", stage);
        for (String theme : new String[] {"light", "dark"}) { // a popup wears the colours in which it was opened
            interact(() -> ((Button) stage.getScene().getRoot().lookup(".server-name")).fire());
            Window popup = awaitWindow(".server-popup");
            assertThat(Snapshot.of(popup.getScene(), "server-popup-" + theme)).isGreaterThan(COLOURS);
            interact(popup::hide);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }

    @Test
    void nothingOfThePagesCoversTheFilter() {
        list.put(entry(id(), "build-host", ServerMark.BLUE));
        show();
        FxThread.until(
                "it is listed", () -> engine.store().health(id()).listed().isPresent());
        FxThread.until("there is a second row", () -> node("#below").isVisible());
        FxThread.ask(() -> stage.getScene().snapshot(null));
        assertThat(FxThread.ask(() -> inScene("#middle").getMinY()))
                .isGreaterThanOrEqualTo(FxThread.ask(() -> inScene("#below").getMaxY()));
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private Bounds inScene(String selector) {
        return node(selector).localToScene(node(selector).getLayoutBounds());
    }

    private void show() {
        interact(() -> {
            window = new MainWindow(
                    stage, engine, clock, DESKTOP, settings, new MemoryKeychain().through(Runnable::run));
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
            window.added().watchAll();
        });
    }

    private void press(KeyCode code) {
        interact(() -> key(code));
    }

    private void key(KeyCode code) {
        Event.fireEvent(
                stage.getScene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, true, false, false));
    }

    private void fill(Window dialog, String field, String text) {
        interact(() -> ((TextInputControl) dialog.getScene().lookup(field)).setText(text));
    }

    private void awaitShown(String selector) {
        FxThread.until(selector + " is shown", () -> {
            var node = stage.getScene().getRoot().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    private Window awaitWindow(String content) {
        FxThread.until(content + " is shown", () -> find(content).isPresent());
        return FxThread.ask(() -> find(content).orElseThrow());
    }

    private static Optional<Window> find(String content) {
        return Window.getWindows().stream()
                .filter(shown -> shown.getScene().getRoot().lookup(content) != null)
                .findFirst();
    }

    private void paint(String name, Window painted) {
        for (String theme : new String[] {"light", "dark"}) {
            FxThread.ask(() -> painted.getScene().snapshot(null)); // what it lays out may ask for more
            assertThat(Snapshot.of(painted.getScene(), name + "-" + theme)).isGreaterThan(COLOURS);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }

    private ServerId id() {
        return new ServerId(server.baseUrl());
    }

    private static ServerEntry entry(ServerId server, String name, ServerMark mark) {
        return new ServerEntry(server, name, mark, ServerEntry.DEFAULT_USER, Set.of());
    }
}
