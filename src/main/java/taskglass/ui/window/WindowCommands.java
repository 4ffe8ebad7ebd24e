package taskglass.ui.window;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.engine.command.CommandFailed;
import taskglass.settings.Settings;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.text.RefusalText;
import taskglass.text.StatusReasonText;
import taskglass.text.Texts;
import taskglass.ui.actions.Actions;
import taskglass.ui.actions.KeySheet;
import taskglass.ui.actions.Palette;
import taskglass.ui.frame.Dialogs;
import taskglass.ui.help.Help;
import taskglass.ui.launch.ContinueController;
import taskglass.ui.launch.ContinueField;
import taskglass.ui.launch.LaunchMemory;
import taskglass.ui.launch.LaunchWindow;
import taskglass.ui.server.OpenCodeControl;
import taskglass.ui.table.cell.TitleEditor;

/** The commands of the main window, no matter which button, key or menu triggers them. */
final class WindowCommands {
    private final Engine engine;
    private final ObservableValue<Instant> clock;
    private final Dialogs dialogs;
    private final LaunchMemory memory;
    private final ContinueField continueField;
    private final LaunchWindow launchWindow;
    private final DesktopAccess desktopAccess;
    private final Help help;
    private final CancelConfirmation cancelling;
    private final OpenCodeControl openCode;
    /** Callbacks of open dialogs, run on every change of the store: the task a dialog shows may change meanwhile. */
    private final Set<Runnable> following = new LinkedHashSet<>();

    private Optional<Stage> pending = Optional.empty();

    WindowCommands(
            Engine engine,
            ObservableValue<Instant> clock,
            Dialogs dialogs,
            Settings settings,
            DesktopAccess desktopAccess,
            Help help) {
        this.engine = engine;
        this.clock = clock;
        this.dialogs = dialogs;
        this.memory = new LaunchMemory(settings);
        this.continueField = new ContinueField(engine, memory);
        this.launchWindow = new LaunchWindow(engine, dialogs, memory);
        this.desktopAccess = desktopAccess;
        this.help = help;
        this.openCode = new OpenCodeControl(engine, dialogs);
        cancelling = new CancelConfirmation(engine, dialogs);
        engine.onDiff(diff -> List.copyOf(following).forEach(Runnable::run));
    }

    /** The desktop around the window. */
    DesktopAccess desktop() {
        return desktopAccess;
    }

    Help help() {
        return help;
    }

    /** Opens the launch window, or brings it to the front; {@code launched} receives the new task. */
    void launch(Optional<AgentTask> parent, Consumer<TaskKey> launched) {
        launchWindow.open(parent, launched);
    }

    /** Opens the dialog for a follow-up prompt; {@code prompted} receives the task. */
    void continueTask(AgentTask task, Consumer<TaskKey> prompted) {
        ContinueController dialog = new ContinueController(engine, memory, task, prompted);
        Stage stage = dialogs.stage(Texts.of("continue.title"), dialog.root());
        Runnable follow = dialog::refresh;
        following.add(follow);
        stage.setOnHidden(e -> {
            following.remove(follow);
            dialog.closed();
            continueField.reload();
        });
        stage.show();
    }

    /** The field that continues the selected task. */
    ContinueField continueField() {
        return continueField;
    }

    /** Renames a task in its cell; {@code refused} receives a refusal. */
    void rename(AgentTask task, TitleEditor titles, Consumer<String> refused) {
        titles.edit(task, title -> engine.taskCommands().rename(task.key(), title), refused);
    }

    /** Cancels those of the tasks that are at work. Asks first if there is more than one. */
    void cancel(List<AgentTask> tasks) {
        List<AgentTask> active = cancelling.atWork(tasks);
        if (active.size() == 1 || cancelling.confirmed(active)) {
            stop(active);
        }
    }

    /** Cancels those of the tasks that are at work. Always asks first. */
    void cancelAll(List<AgentTask> tasks) {
        List<AgentTask> active = cancelling.atWork(tasks);
        if (cancelling.confirmed(active)) {
            stop(active);
        }
    }

    private void stop(List<AgentTask> tasks) {
        engine.cancel(cancelling.atWork(tasks).stream().map(AgentTask::key).toList());
    }

    /** Sends the last prompt again to tasks that failed or were stopped; {@code refused} receives each refusal. */
    void retry(List<AgentTask> tasks, Consumer<String> refused) {
        tasks.stream()
                .filter(WindowCommands::mayBeRetried)
                .forEach(task -> reportRefusal(engine.taskCommands().retry(task.key()), refused));
    }

    static boolean hasQueue(AgentTask task) {
        return !task.queue().waiting().isEmpty();
    }

    /** Removes the queued prompts of these tasks. */
    void dropQueued(List<AgentTask> tasks, Consumer<String> refused) {
        tasks.stream()
                .filter(WindowCommands::hasQueue)
                .forEach(task -> reportRefusal(engine.taskCommands().dropQueued(task.key()), refused));
    }

    static boolean mayBeRetried(AgentTask task) {
        return !task.deleted()
                && switch (task.status()) {
                    case FAILED, CANCELLED, INTERRUPTED -> true;
                    default -> false;
                };
    }

    /** Archives or deletes those of the tasks that are not at work. Tasks below a selected one go with it. */
    void remove(List<AgentTask> tasks, RemovalState how, Consumer<String> refused) {
        List<TaskKey> all = tasks.stream().map(AgentTask::key).toList();
        tasks.stream()
                .filter(WindowCommands::mayBeRemoved)
                .filter(task -> !belowOneOf(all, task))
                .forEach(task -> reportRefusal(engine.taskCommands().remove(task.key(), how), refused));
    }

    static boolean mayBeRemoved(AgentTask task) {
        return !task.status().active() && !task.deleted();
    }

    private boolean belowOneOf(List<TaskKey> tasks, AgentTask task) {
        Optional<AgentTask> parent = engine.store().parent(task);
        return parent.filter(above -> tasks.contains(above.key()) || belowOneOf(tasks, above))
                .isPresent();
    }

    void keep(List<TaskKey> tasks) {
        tasks.forEach(engine.taskCommands()::undoRemoval);
    }

    private static void reportRefusal(CompletionStage<?> order, Consumer<String> refused) {
        order.whenComplete((done, failure) -> {
            if (failure != null) {
                refused.accept(RefusalText.of(CommandFailed.reason(failure)));
            }
        });
    }

    void palette(Actions actions, Consumer<TaskKey> go) {
        Palette.open(dialogs, actions, engine.store().tasks(), go);
    }

    void showKeys(Actions actions) {
        dialogs.stage(Texts.of("keys.title"), new KeySheet(actions.all(), WindowKeys.parts()).root())
                .show();
    }

    /** Shows the messages that are waiting for their parents. */
    void showPending() {
        if (pending.isEmpty()) {
            ParentMessagesController controller = new ParentMessagesController(engine);
            engine.parentMessages().onChange(controller::refresh);
            pending = Optional.of(dialogs.stage(Texts.of("pending.title"), controller.root()));
        }
        pending.get().show();
        pending.get().toFront();
    }

    /** Returns the facts behind a task's status, one sentence each. */
    List<String> why(AgentTask task) {
        return StatusReasonText.all(engine.store().why(task), clock.getValue());
    }

    void retryAll() {
        engine.servers().forEach(engine.serverControl()::retry);
    }

    void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    void openFolder(Path folder) {
        desktopAccess.open(folder.toUri());
    }

    /** Opens a web page. */
    void browse(URI page) {
        desktopAccess.browse(page);
    }

    /** The control that starts and stops this window's own OpenCode. */
    OpenCodeControl openCode() {
        return openCode;
    }
}
