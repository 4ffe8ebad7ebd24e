package taskglass.lab;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.robot.Robot;

/** The mouse of a test: it looks, moves and clicks in one turn of the JavaFX thread, so that nothing moves in between. */
public final class Pointer {
    private Pointer() {}

    /** Waits until the node is there, and clicks on its middle, or on whatever covers that. */
    public static void click(String description, Callable<Optional<? extends Node>> target) {
        FxThread.until(description + " can be clicked on", () -> click(target.call()));
    }

    private static boolean click(Optional<? extends Node> target) {
        target.ifPresent(node -> layOut(node.getScene().getRoot()));
        Optional<Bounds> place = target.map(node -> node.localToScreen(node.getLayoutBounds()))
                .filter(bounds -> bounds.getWidth() > 0 && bounds.getHeight() > 0);
        return place.filter(Pointer::click).isPresent();
    }

    /** A popup knows where it will be before its window is there; the headless robot cannot click on nothing, and says so by this. */
    private static boolean click(Bounds place) {
        Robot robot = new Robot();
        robot.mouseMove(place.getCenterX(), place.getCenterY());
        try {
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        } catch (NullPointerException noWindowThere) {
            robot.mouseRelease(MouseButton.PRIMARY);
            return false;
        }
    }

    /** The event of a pointer that has come to a node. */
    public static MouseEvent entered() {
        PickResult nothing = new PickResult(null, 0, 0);
        return new MouseEvent(
                MouseEvent.MOUSE_ENTERED,
                0,
                0,
                0,
                0,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                nothing);
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }
}
