package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Whoever walks through the window with Tab sees where the focus is: each control looks different while it has it. */
@Tag("slow")
class FocusRingTest extends WindowOverDemo {
    /** The dots of a line around the smallest control. */
    private static final int RING = 40;

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
        List<Node> seen = new ArrayList<>();
        List<String> same = new ArrayList<>();
        Node stop = owner();
        Image with = picture();
        while (!seen.contains(stop)) {
            seen.add(stop);
            Node left = stop;
            interact(() -> left.requestFocusTraversal(TraversalDirection.NEXT));
            Image without = picture();
            if (differences(with, without, left) < RING) {
                same.add(left.toString());
            }
            stop = owner();
            with = without;
        }
        assertThat(seen).as("stops").hasSizeGreaterThan(20);
        return same;
    }

    private Node owner() {
        return FxThread.ask(() -> stage.getScene().getFocusOwner());
    }

    private Image picture() {
        return FxThread.ask(() -> {
            Scene scene = stage.getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
    }

    private static int differences(Image a, Image b, Node node) {
        Bounds place = FxThread.ask(() -> node.localToScene(node.getLayoutBounds()));
        int count = 0;
        for (int y = from(place.getMinY()); y < to(place.getMaxY(), a.getHeight()); y++) {
            for (int x = from(place.getMinX()); x < to(place.getMaxX(), a.getWidth()); x++) {
                count += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static int from(double edge) {
        return (int) Math.max(0, edge - 3);
    }

    private static int to(double edge, double end) {
        return (int) Math.min(end, edge + 3);
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
