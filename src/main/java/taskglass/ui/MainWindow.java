package taskglass.ui;

import java.time.Instant;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import taskglass.engine.Engine;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Theme;
import taskglass.ui.words.Words;

/**
 * The window. Made and shown on the JavaFX thread: {@code new MainWindow(stage, engine, clock, desktop).show()}; it
 * subscribes to the engine by itself. Closing it closes every dialog and toast too, after asking where that would end
 * work; stopping the engine is left to whoever made it.
 */
public final class MainWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 720;

    private final Stage stage;
    private final Commands commands;
    private final MainController controller;
    private final Toasts toasts;
    private boolean bugTold;

    /** {@code clock} ticks once a second, on the JavaFX thread: running times are told by it. */
    public MainWindow(Stage stage, Engine engine, ObservableValue<Instant> clock, Desktop desktop) {
        this.stage = stage;
        Theme theme = new Theme(desktop.dark());
        commands = new Commands(engine, new Dialogs(stage, theme));
        controller = new MainController(engine, clock, commands, theme);
        Scene scene = new Scene(controller.root(), WIDTH, HEIGHT);
        theme.dress(scene);
        scene.getAccelerators()
                .putAll(Map.of(
                        new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), controller::launch,
                        new KeyCodeCombination(KeyCode.F5), commands::retryAll));
        stage.setScene(scene);
        stage.setTitle(Words.of("main.title"));
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        stage.setOnCloseRequest(e -> close(e, desktop));
        toasts = new Toasts(stage, this::goTo);
        engine.onNotice(toasts::show);
    }

    public void show() {
        stage.show();
        controller.focus();
    }

    /** Tells of a fault of ours, once: what follows from it would only cover it. */
    public void tellBug(Throwable bug) {
        if (!bugTold) {
            bugTold = true;
            toasts.showBug(bug);
        }
    }

    private void goTo(TaskKey task) {
        stage.setIconified(false);
        stage.toFront();
        controller.select(task);
    }

    private void close(WindowEvent request, Desktop desktop) {
        if (commands.mayClose()) {
            desktop.hideAll();
        } else {
            request.consume();
        }
    }
}
