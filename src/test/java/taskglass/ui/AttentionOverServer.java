package taskglass.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import taskglass.lab.FxThread;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.ui.window.WindowOverServer;

/**
 * The whole window over a real server of its own, on which nobody else leaves requests behind; and the ways to read the
 * strip and to answer there by keyboard.
 */
abstract class AttentionOverServer extends WindowOverServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ScriptedModel model;
    private static RealOpenCode own;
    private final List<Runnable> aborts = new ArrayList<>();

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        model = new ScriptedModel();
        own = RealOpenCode.start(model);
    }

    @AfterAll
    static void stopServer() {
        own.close();
        model.close();
    }

    @Override
    public RealOpenCode server() {
        return own;
    }

    /** What a test leaves waiting is gone before the next one looks. */
    @AfterEach
    void abort() {
        aborts.forEach(Runnable::run);
    }

    /** What a screen reader would say of the strip; "" while there is none. */
    String strip() {
        return FxThread.ask(() -> {
            Node strip = node("#attention");
            return strip.isVisible() ? strip.getAccessibleText() : "";
        });
    }

    void awaitStrip(String words) {
        FxThread.until("the strip says " + words, () -> strip().contains(words));
    }

    void awaitNoStrip() {
        FxThread.until("there is no strip", () -> !node("#attention").isVisible());
    }

    /** Brings the keyboard to the strip, and waits until keys are taken there. */
    void enterStrip() {
        push(KeyCode.SHORTCUT, KeyCode.J);
        FxThread.until("the strip has the focus", () -> node("#attention").isFocusWithin());
        awaitAnswerable();
    }

    void awaitAnswerable() {
        FxThread.until(
                "it can be answered",
                () -> !node("#attention-once").isDisabled()
                        || !node("#attention-answer").isDisabled());
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    Button stripButton(String selector) {
        return FxThread.ask(() -> (Button) node(selector));
    }

    List<String> stripTexts() {
        return FxThread.ask(() -> texts(node("#attention")));
    }

    long toasts() {
        return FxThread.ask(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".toast").stream())
                .count());
    }

    String create(String title, Path directory) {
        ObjectNode body = JSON.createObjectNode().put("title", title);
        String id = own.post("/session" + in(directory), body).path("id").asText();
        aborts.add(() -> own.post("/session/" + id + "/abort" + in(directory), JSON.createObjectNode()));
        return id;
    }

    void prompt(String session, Path directory, String script) {
        ObjectNode body = JSON.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        own.post("/session/" + session + "/prompt_async" + in(directory), body);
    }

    static JsonNode json(String key, String value) {
        return JSON.createObjectNode().put(key, value);
    }

    static String in(Path directory) {
        return "?directory=" + RealOpenCode.encoded(directory);
    }
}
