package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.lab.Looks;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Every button of the window says in a tooltip what it does, and by which key. */
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
        assertThat(Looks.withoutTip(stage.getScene())).isEmpty();
    }

    @Test
    void inEveryExpandedRequest() {
        FxThread.until("a request waits", () -> node("#attention").isVisible());
        interact(() -> node("#attention").requestFocus());
        for (KeyCode key :
                List.of(KeyCode.SPACE, KeyCode.DIGIT2, KeyCode.ESCAPE, KeyCode.DIGIT3, KeyCode.RIGHT, KeyCode.SPACE)) {
            interact(() -> press(key, false, node("#attention")));
            assertThat(Looks.withoutTip(stage.getScene())).as("after " + key).isEmpty();
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

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
