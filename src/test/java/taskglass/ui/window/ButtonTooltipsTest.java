package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Every button of the window and of its dialogs says in a tooltip what it does, and by which key. */
class ButtonTooltipsTest extends WindowOverDemo {
    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(990);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void inTheWindowWithAllItsParts() {
        interact(() -> {
            ((TextField) node("#filter")).setText("status:running");
            ((Button) node(".field-button")).fire(); // a saved filter
            window.goTo(engine.store().tasks().stream()
                    .filter(task -> task.status() == TaskStatus.RUNNING)
                    .map(AgentTask::key)
                    .findFirst()
                    .orElseThrow());
            window.tellBug(new IllegalStateException("boom"));
        });
        FxThread.until("its details are there", () -> node("#detail-tabs") != null);
        closeServer();
        FxThread.until(
                "the line about the server is there", () -> node("#outage").isVisible());
        assertThat(FxThread.ask(ButtonTooltipsTest::silent)).isEmpty();
    }

    @Test
    void inEveryExpandedRequest() {
        FxThread.until("a request waits", () -> node("#attention").isVisible());
        interact(() -> node("#attention").requestFocus());
        for (KeyCode key :
                List.of(KeyCode.SPACE, KeyCode.DIGIT2, KeyCode.ESCAPE, KeyCode.DIGIT3, KeyCode.RIGHT, KeyCode.SPACE)) {
            interact(() -> press(key, false, node("#attention")));
            assertThat(FxThread.ask(ButtonTooltipsTest::silent))
                    .as("after " + key)
                    .isEmpty();
        }
    }

    @Test
    void inTheDialogs() {
        for (KeyCode key : List.of(KeyCode.N, KeyCode.COMMA, KeyCode.K, KeyCode.F1)) {
            interact(() -> press(key, key != KeyCode.F1, node("#tasks")));
            FxThread.until("a window opens", () -> Window.getWindows().size() > 1);
            assertThat(FxThread.ask(ButtonTooltipsTest::silent))
                    .as("after " + key)
                    .isEmpty();
            interact(() -> List.copyOf(Window.getWindows()).stream()
                    .filter(open -> !open.equals(stage))
                    .forEach(Window::hide));
        }
    }

    @Test
    void aKeyOfTheWindowStandsInTheTooltip() {
        assertThat(tip("#cancel")).isEqualTo("Cancel (Del)");
        assertThat(tip("#launch")).isEqualTo("Launch a task… (Ctrl+N)");
    }

    private String tip(String selector) {
        return FxThread.ask(() -> ((Button) node(selector)).getTooltip().getText());
    }

    private static void press(KeyCode key, boolean control, Node target) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private static List<String> silent() {
        return Window.getWindows().stream()
                .flatMap(open -> below(open.getScene().getRoot()))
                .filter(node ->
                        node instanceof ButtonBase && !(node instanceof CheckBox || node instanceof RadioButton))
                .map(ButtonBase.class::cast)
                .filter(button -> button.isFocusTraversable() && text(button).isBlank())
                .map(button -> button + " in " + button.getParent())
                .toList();
    }

    private static String text(ButtonBase button) {
        return Optional.ofNullable(button.getTooltip()).map(Tooltip::getText).orElse("");
    }

    private static Stream<Node> below(Node node) {
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ButtonTooltipsTest::below)
                : Stream.empty();
        return node.isVisible() ? Stream.concat(Stream.of(node), children) : Stream.empty();
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
