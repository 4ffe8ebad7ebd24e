package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OpenCodeInstall;
import taskglass.task.ServerId;

/** What a person has always allowed on a server of OpenCode 2, shown and revoked. */
class SavedPermissionsTest {
    private OpenCode2 server;
    private Engine engine;

    @BeforeEach
    void watch() throws IOException {
        server = new OpenCode2();
        server.location().save("webfetch", "*");
        server.location().save("shell", "make *");
        server.agents().session("Port the parser", "/home/dev/project");
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(Clock.systemUTC(), FxThread.executor(), none));
        FxThread.ask(() -> {
            Credentials credentials = new Credentials("opencode", OpenCode2.PASSWORD);
            engine.watch(new Connection(new Endpoint(new ServerId(server.baseUrl()), Optional.of(credentials))));
            return true;
        });
        Await.until(
                "its session is listed",
                () -> FxThread.ask(() -> !engine.book().tasks().isEmpty()));
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        server.close();
    }

    @Test
    void theyAreListedWithTheirProjectWhenTheDialogOpensAndNeverBefore() {
        assertThat(server.asked()).noneMatch(path -> path.contains("/permission/saved"));
        Parent root = opened();
        Await.until("they are shown", () -> texts(root).contains("webfetch: anything"));
        assertThat(texts(root)).contains("shell: make *").anyMatch(text -> text.contains("/home/dev/project · "));
    }

    @Test
    void aRuleThatIsRevokedIsGone() {
        Parent root = opened();
        Await.until("they are shown", () -> buttons(root).size() == 2);
        FxThread.ask(() -> {
            buttons(root).getFirst().fire();
            return true;
        });
        Await.until("one is gone", () -> buttons(root).size() == 1);
        assertThat(server.posted()).singleElement().asString().startsWith("DELETE /api/permission/saved/psv_0");
    }

    private Parent opened() {
        return FxThread.ask(() -> {
            SavedPermissionsController controller = new SavedPermissionsController(engine.savedPermissions());
            controller.refresh();
            return controller.root();
        });
    }

    private static List<String> texts(Parent root) {
        return FxThread.ask(() -> all(root)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static List<Button> buttons(Parent root) {
        return FxThread.ask(() -> all(root)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Revoke"))
                .toList());
    }

    private static Stream<Node> all(Node node) {
        Stream<Node> below = switch (node) {
            case ScrollPane pane -> all(pane.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(SavedPermissionsTest::all);
            default -> Stream.empty();
        };
        return Stream.concat(Stream.of(node), below);
    }
}
