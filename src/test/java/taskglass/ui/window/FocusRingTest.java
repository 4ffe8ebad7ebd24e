package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.lab.Looks;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Whoever walks through the window with Tab sees where the focus is: each control looks different while it has it. */
@Tag("slow")
class FocusRingTest extends WindowOverDemo {
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
        interact(() -> {
            ((TextField) node("#filter")).setText("status:running");
            ((Button) node(".field-button")).fire(); // a saved filter
            window.goTo(engine.store().tasks().stream()
                    .filter(task -> task.status() == TaskStatus.RUNNING)
                    .map(AgentTask::key)
                    .findFirst()
                    .orElseThrow());
        });
        FxThread.until("its details are there", () -> node("#detail-tabs") != null);
        closeServer();
        FxThread.until(
                "the line about the server is there", () -> node("#outage").isVisible());
    }

    @Test
    void everyControlShowsThatItHasTheFocusInTheLightTheme() {
        assertThat(withoutRing()).isEmpty();
    }

    @Test
    void everyControlShowsThatItHasTheFocusInTheDarkTheme() {
        press("#theme");
        assertThat(withoutRing()).isEmpty();
    }

    /** The stops of Tab that look the same with and without the focus. */
    private List<String> withoutRing() {
        interact(() -> node("#filter").requestFocus());
        assertThat(Looks.stops(stage.getScene())).as("stops").hasSizeGreaterThan(20);
        return Looks.withoutRing(stage.getScene());
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
