package taskglass.ui.permissions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.lab.OpenCode2Location;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.ui.frame.Theme;

/** The list of saved permissions over a scripted server of 2.x, for tests to build on. */
abstract class PermissionsOverServer extends ApplicationTest {
    static final String SAVED = "/api/permission/saved";
    static final String PARSER = "/home/dev/parser";
    static final String PRINTER = "/home/dev/printer";

    final LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
    final List<String> questions = new ArrayList<>();
    boolean answer = true;
    OpenCode2 server;
    OpenCode2Location stored;
    Engine engine;
    SavedPermissionsController dialog;
    Theme theme;
    Scene scene;

    @Override
    public void start(Stage primary) {}

    @BeforeEach
    void watch() throws IOException {
        server = new OpenCode2();
        stored = server.location();
        server.agents().session("Port the parser", PARSER);
        server.agents().session("Port the printer", PRINTER);
        Endpoint endpoint = new Endpoint(
                new ServerId(server.baseUrl()), Optional.of(new Credentials("opencode", OpenCode2.PASSWORD)));
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        interact(() -> engine.watch(new Connection(endpoint)));
        awaitTasks(2);
        dialog = FxThread.ask(() -> new SavedPermissionsController(engine, this::confirm));
        theme = FxThread.ask(
                () -> new Theme(new SimpleObjectProperty<>(false), Settings.of(SettingsFile.none(), Runnable::run)));
        scene = FxThread.ask(() -> new Scene(new VBox(dialog.filter(), dialog.root())));
        interact(() -> theme.style(scene));
    }

    @AfterEach
    void close() {
        interact(() -> {
            dialog.closed();
            engine.close();
        });
        server.close();
    }

    boolean confirm(String question) {
        questions.add(question);
        return answer;
    }

    List<Button> revokeButtons() {
        return dialog.root().lookupAll(".permission-project .button").stream()
                .map(Button.class::cast)
                .toList();
    }

    Hyperlink revokeAll() {
        return (Hyperlink) dialog.root().lookup(".permission-head .hyperlink");
    }

    void filter(String words) {
        interact(() -> dialog.filter().setText(words));
    }

    void open() {
        interact(dialog::opened);
    }

    void awaitTasks(int count) {
        FxThread.until("all are listed", () -> engine.store().tasks().size() == count);
    }

    void awaitTexts(String... words) {
        FxThread.until(
                "it says " + List.of(words),
                () -> List.of(words).stream().allMatch(word -> texts().stream().anyMatch(text -> text.contains(word))));
    }

    List<String> texts() {
        dialog.root().applyCss(); // what scrolls has no labels before
        dialog.root().layout();
        return dialog.root().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    List<String> asked() {
        return server.asked().stream().filter(path -> path.startsWith(SAVED)).toList();
    }
}
