package taskglass.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;
import taskglass.ui.frame.Dialogs;

/** The window beside the table in which tasks are launched. There is at most one; the table can be used meanwhile. */
public final class LaunchWindow {
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 420;

    private final Engine engine;
    private final Dialogs dialogs;
    private final LaunchMemory memory;
    private Optional<Open> open = Optional.empty();
    /** Where the user left the window the last time. */
    private Optional<Point2D> place = Optional.empty();

    private record Open(Stage stage, LaunchController controller) {}

    public LaunchWindow(Engine engine, Dialogs dialogs, LaunchMemory memory) {
        this.engine = engine;
        this.dialogs = dialogs;
        this.memory = memory;
        engine.onDiff(diff -> refresh());
        engine.discovery().onChange(this::refresh);
    }

    /**
     * Opens the window, or brings it to the front with what was typed in it. {@code launched} receives the new task.
     * Without any server, nothing opens.
     */
    public void open(Optional<AgentTask> parent, Consumer<TaskKey> launched) {
        if (open.isEmpty() && !engine.servers().isEmpty()) {
            show(parent, launched);
        } else {
            parent.ifPresent(task -> open.ifPresent(now -> now.controller().under(task)));
        }
        open.ifPresent(now -> {
            now.stage().setIconified(false);
            now.stage().toFront();
            now.stage().requestFocus();
            now.controller().focus();
        });
    }

    /** The keys that work in the window. */
    public static PartKeys keys() {
        return new PartKeys(
                "launch",
                List.of(PartKeys.Line.of("submit", DialogCommand.SUBMIT), PartKeys.Line.of("close", KeyCode.ESCAPE)));
    }

    private void show(Optional<AgentTask> parent, Consumer<TaskKey> launched) {
        LaunchController controller = new LaunchController(engine, memory, launched);
        Stage stage = dialogs.window(Texts.of("launch.title"), controller.root());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHiding(e -> place = Optional.of(new Point2D(stage.getX(), stage.getY())));
        stage.setOnHidden(e -> {
            open = Optional.empty();
            controller.closed();
        });
        stage.focusedProperty().addListener((source, was, focused) -> controller.keepDraft());
        open = Optional.of(new Open(stage, controller));
        controller.begin(parent);
        dialogs.placeBeside(stage, place);
        stage.show();
    }

    private void refresh() {
        open.ifPresent(now -> now.controller().refresh());
    }
}
