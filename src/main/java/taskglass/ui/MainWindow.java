package taskglass.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import taskglass.engine.Engine;
import taskglass.settings.Settings;
import taskglass.task.TaskKey;
import taskglass.ui.detail.Specimen;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.frame.Icon;
import taskglass.ui.frame.Theme;
import taskglass.ui.frame.WindowPlace;
import taskglass.ui.launch.LaunchController;
import taskglass.ui.launch.LaunchMemory;

/**
 * The window. Made and shown on the JavaFX thread: {@code new MainWindow(stage, engine, clock, desktop, settings).show()}; it
 * subscribes to the engine by itself. Closing it closes every dialog and toast too, after asking where that would end
 * work; stopping the engine is left to whoever made it.
 */
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final Commands commands;
    private final MainController controller;
    private final Toasts toasts;
    private final Runnable rehearsal;
    private boolean bugTold;

    /** {@code clock} ticks once a second, on the JavaFX thread: running times are told by it. */
    public MainWindow(Stage stage, Engine engine, ObservableValue<Instant> clock, Desktop desktop, Settings settings) {
        this.stage = stage;
        Theme theme = new Theme(desktop.dark(), settings);
        LaunchMemory memory = new LaunchMemory(settings);
        Neighbourhood neighbourhood = new Neighbourhood(engine.discovery(), settings);
        commands = new Commands(engine, clock, new Dialogs(stage, theme), memory, desktop, neighbourhood);
        controller = new MainController(engine, clock, commands, theme, settings);
        Scene scene = new Scene(controller.root(), WIDTH, HEIGHT);
        theme.dress(scene);
        controller.actions().listen(scene);
        stage.setScene(scene);
        Icon.on(stage);
        stage.titleProperty().bind(controller.attention().titleProperty());
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        WindowPlace.keep(stage, settings);
        stage.setOnCloseRequest(e -> close(e, desktop));
        toasts = new Toasts(stage, this::goTo);
        engine.onNotice(toasts::show);
        rehearsal = () -> Rehearsal.others(theme, acts(engine, memory));
    }

    /**
     * Gets ready, in small pieces on the JavaFX thread, what a window needs first; returns when it is. Called once, from
     * another thread, before there is a window: that window is there sooner, and never stands still for long.
     */
    public static void prepare(Desktop desktop, Settings settings) {
        Rehearsal.first(
                () -> new Theme(new ReadOnlyObjectWrapper<>(desktop.dark().getValue()), settings), desktop.executor());
    }

    public void show() {
        StartTrace.of(stage.getScene());
        stage.show();
        controller.focus();
        rehearsal.run();
    }

    private static List<Supplier<Parent>> acts(Engine engine, LaunchMemory memory) {
        List<Supplier<Parent>> acts = new ArrayList<>(Specimen.details());
        acts.add(() -> new LaunchController(engine, memory, key -> {}).root());
        return acts;
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
