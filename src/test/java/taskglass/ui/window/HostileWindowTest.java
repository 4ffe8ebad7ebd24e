package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.ui.HostileServer;

/** A server all of whose words would turn the text around them, or be obeyed: no screen shows one of them as it is. */
class HostileWindowTest extends ApplicationTest {
    private final MockWebServer web = new MockWebServer();
    private final DesktopAccess desktopAccess = new DesktopAccess(document -> {}, waiting -> {});
    private Stage stage;
    private ServerId server;
    private MainWindow window;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() throws IOException {
        web.setDispatcher(new HostileServer());
        web.start();
        server = new ServerId(web.url("/").toString().replaceAll("/$", ""));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        interact(() -> {
            window = new MainWindow(
                    stage,
                    engine,
                    new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                    desktopAccess,
                    Settings.of(SettingsFile.none(), Runnable::run));
            window.show();
            stage.setWidth(980);
            stage.setHeight(900);
            engine.watch(new Connection(new Endpoint(server, Optional.empty())));
        });
        FxThread.until("it asks", () -> shown().stream().anyMatch(text -> text.contains("rm ⟨RLO⟩gnp⟨NUL⟩⟨LRI⟩")));
    }

    @AfterEach
    void close() {
        interact(() -> {
            desktopAccess.hideAll();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            engine.close();
        });
        web.close();
    }

    @Test
    void theTableAndTheStripShowNoneAsItIs() {
        int unfolded = 0;
        for (int request = 0; request < 3; request++) {
            FxThread.until("it can be answered", () -> there("#attention-show") || there("#attention-answer"));
            for (String button : List.of("#attention-show", "#attention-always", "#attention-answer")) {
                unfolded += FxThread.ask(() -> there(button)) ? 1 : 0;
                interact(() -> unfold(button));
                assertTame();
            }
            fire("#attention-next");
        }
        assertThat(unfolded).isEqualTo(5);
    }

    private boolean there(String button) {
        return !node(button).isDisabled() && node(button).getParent().isVisible();
    }

    private void unfold(String button) {
        if (there(button)) {
            ((Button) node(button)).fire();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses_1", "ses_2"})
    void theDetailsShowNoneAsItIs(String session) {
        interact(() -> window.goTo(new TaskKey(server, session)));
        FxThread.until("the details are there", () -> node("#detail-tabs") != null);
        interact(() -> ((Button) node("#open-folder")).fire());
        for (String tab : List.of("output", "timeline", "todos", "changes", "prompt")) {
            interact(() -> open(tab));
            FxThread.until("it is read", () -> shown(node("#detail-tabs")).anyMatch(text -> text.contains("⟨RLO⟩")));
            assertTame();
        }
    }

    private void open(String id) {
        TabPane tabs = (TabPane) node("#detail-tabs");
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(id + "-tab"))
                .forEach(tabs.getSelectionModel()::select);
    }

    @Test
    void theLaunchDialogAndTheServersPopupShowNoneAsItIs() {
        key(KeyCode.N);
        FxThread.until("the agents are there", () -> shown().stream().anyMatch(text -> text.contains("agent ⟨RLO⟩")));
        assertTame();
        interact(() -> ((Button) node(".server-name")).fire());
        FxThread.until("the version is told", () -> shown().stream().anyMatch(text -> text.contains("1.2.27")));
        assertTame();
    }

    private void assertTame() {
        interact(() -> Window.getWindows()
                .forEach(window -> window.getScene().getRoot().layout()));
        List<String> raw = FxThread.ask(() -> shown().stream()
                .filter(text -> text.codePoints().anyMatch(HostileWindowTest::obeyed))
                .toList());
        assertThat(raw).isEmpty();
    }

    private static boolean obeyed(int c) {
        return (Character.getType(c) == Character.CONTROL && "\r\n\t".indexOf(c) < 0) || c == 0x202E || c == 0x2066;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void fire(String button) {
        FxThread.until(
                "it can be pressed", () -> node(button) != null && !node(button).isDisabled());
        interact(() -> ((Button) node(button)).fire());
    }

    private void key(KeyCode key) {
        interact(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false)));
    }

    /** All that can be read or heard in all windows. */
    private static List<String> shown() {
        List<String> all = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage titled) {
                all.add(String.valueOf(titled.getTitle()));
            }
            shown(window.getScene().getRoot()).forEach(all::add);
        }
        return all;
    }

    private static Stream<String> shown(Node top) {
        return nodes(top).flatMap(HostileWindowTest::words);
    }

    private static Stream<Node> nodes(Node top) {
        return top instanceof Parent parent
                ? Stream.concat(
                        Stream.of(top),
                        parent.getChildrenUnmodifiable().stream().flatMap(HostileWindowTest::nodes))
                : Stream.of(top);
    }

    private static Stream<String> words(Node node) {
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text words -> words.getText();
            default -> "";
        };
        Tooltip tip = node instanceof Control control ? control.getTooltip() : null;
        return Stream.of(text, node.getAccessibleText(), node.getAccessibleHelp(), tip == null ? "" : tip.getText())
                .flatMap(Stream::ofNullable);
    }
}
