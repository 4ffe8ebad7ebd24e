package taskglass.training;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Opens the screens of the window one after another with simulated key presses, so that the AOT cache of a package
 * contains their classes.
 */
final class ScreenTour {
    private static final Duration STEP = Duration.millis(600);

    private final Queue<Runnable> steps = new ArrayDeque<>(List.of(
            ScreenTour::selectTask,
            ScreenTour::nextTab,
            ScreenTour::nextTab,
            ScreenTour::nextTab,
            ScreenTour::nextTab,
            () -> press(KeyCode.K, true),
            () -> type("can"),
            () -> press(KeyCode.ESCAPE, false),
            () -> press(KeyCode.N, true),
            () -> press(KeyCode.ESCAPE, false),
            () -> press(KeyCode.F, true),
            () -> type("agent:"),
            () -> press(KeyCode.ESCAPE, false),
            () -> press(KeyCode.ESCAPE, false),
            () -> press(KeyCode.F1, false),
            () -> press(KeyCode.ESCAPE, false)));
    private final Runnable end;

    private ScreenTour(Runnable end) {
        this.end = end;
    }

    /** Starts the tour. Must be called on the JavaFX thread, on which {@code end} runs, too. */
    static void begin(Runnable end) {
        new ScreenTour(end).next();
    }

    private void next() {
        PauseTransition pause = new PauseTransition(STEP);
        pause.setOnFinished(e -> Optional.ofNullable(steps.poll()).ifPresentOrElse(this::runStep, end));
        pause.play();
    }

    private void runStep(Runnable step) {
        step.run();
        next();
    }

    private static void selectTask() {
        if (front().getScene().lookup(".tree-table-view") instanceof TreeTableView<?> table) {
            table.getSelectionModel().select(0);
            table.requestFocus();
        }
    }

    private static void nextTab() {
        if (front().getScene().lookup(".tab-pane") instanceof TabPane details) {
            details.getSelectionModel().selectNext();
        }
    }

    private static void press(KeyCode code, boolean shortcut) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        KeyEvent event =
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut && !mac, false, shortcut && mac);
        fire(event);
    }

    private static void type(String text) {
        text.chars()
                .mapToObj(Character::toString)
                .map(key -> new KeyEvent(KeyEvent.KEY_TYPED, key, key, KeyCode.UNDEFINED, false, false, false, false))
                .forEach(ScreenTour::fire);
    }

    private static void fire(KeyEvent event) {
        Scene scene = front().getScene();
        Event.fireEvent(Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot()), event);
    }

    /** Returns the stage that was shown last. */
    private static Stage front() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList()
                .getLast();
    }
}
