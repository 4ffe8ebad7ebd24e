package taskglass.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.launch.LaunchController;
import taskglass.ui.words.Words;

/** What a person can do from the main window, whichever button, key or menu it was that said so. */
final class Commands {
    private static final int NAMES_SHOWN = 8;

    private final Engine engine;
    private final Dialogs dialogs;
    private Optional<Stage> pending = Optional.empty();

    Commands(Engine engine, Dialogs dialogs) {
        this.engine = engine;
        this.dialogs = dialogs;
    }

    /** Opens the launch dialog; {@code launched} hears of the task. Nothing opens while no server is watched. */
    void launch(Optional<AgentTask> parent, Consumer<TaskKey> launched) {
        if (engine.servers().isEmpty()) {
            return;
        }
        LaunchController dialog = new LaunchController(engine, launched);
        Stage stage = dialogs.stage(Words.of("launch.title"), dialog.root());
        dialog.begin(parent);
        stage.show();
    }

    /** Cancels those of the tasks that are at work; asks first when that is more than one. */
    void cancel(List<AgentTask> tasks) {
        List<AgentTask> active =
                tasks.stream().filter(task -> task.status().active()).toList();
        if (!active.isEmpty() && (active.size() == 1 || confirmed(active))) {
            engine.cancel(active.stream().map(AgentTask::key).toList());
        }
    }

    private boolean confirmed(List<AgentTask> tasks) {
        List<String> names = tasks.stream().map(AgentTask::name).toList();
        return dialogs.confirmed(
                Words.of("cancel.title"),
                Words.of("cancel.question", tasks.size()) + "\n" + Dialogs.listing(names, NAMES_SHOWN),
                Words.of("cancel.yes", tasks.size()));
    }

    /** Shows the messages that wait for their parents. */
    void showPending() {
        if (pending.isEmpty()) {
            PendingController controller = new PendingController(engine);
            engine.onPendingMessages(controller::refresh);
            pending = Optional.of(dialogs.stage(Words.of("pending.title"), controller.root()));
        }
        pending.get().show();
        pending.get().toFront();
    }

    void retryAll() {
        engine.servers().forEach(engine::retry);
    }

    void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Whether the window may close: asks when that would end work. */
    boolean mayClose() {
        return !engine.closingEndsWork()
                || dialogs.confirmed(Words.of("close.title"), Words.of("close.question"), Words.of("close.yes"));
    }
}
