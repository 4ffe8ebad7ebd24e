package taskglass.ui.window;

import static taskglass.ui.actions.Action.Group.ALL;
import static taskglass.ui.actions.Action.Group.COPY;
import static taskglass.ui.actions.Action.Group.HELP;
import static taskglass.ui.actions.Action.Group.REMOVE;
import static taskglass.ui.actions.Action.Group.TASK;
import static taskglass.ui.actions.Action.Group.WINDOW;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.ui.actions.Action;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Action.Reach;
import taskglass.ui.actions.Actions;
import taskglass.ui.actions.Condition;
import taskglass.ui.actions.UndoBar;
import taskglass.ui.help.Help;
import taskglass.ui.server.OpenCodeControl;
import taskglass.ui.table.NextRow;
import taskglass.ui.table.TaskTable;

/** The list of all actions of the main window, in menu order. */
final class ActionCatalog {
    private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;

    private final WindowCommands windowCommands;
    private final TaskTable table;
    private final UndoBar undoBar;
    private final Condition ready;
    private final Focus focus;

    /**
     * @param ready whether there is a server to launch tasks on
     * @param focus callbacks into other parts of the window
     */
    ActionCatalog(WindowCommands windowCommands, TaskTable table, UndoBar undoBar, BooleanSupplier ready, Focus focus) {
        this.windowCommands = windowCommands;
        this.table = table;
        this.undoBar = undoBar;
        this.focus = focus;
        this.ready = Condition.when(ready, "action.not.server");
    }

    /** Callbacks: focus the filter field, focus the attention bar, toggle the details pane. */
    record Focus(Runnable filter, Runnable attention, Runnable details) {}

    /** @param all the complete actions this list becomes part of, shown by the palette and by the list of keys */
    List<Action> list(Supplier<Actions> all) {
        return Stream.of(
                        taskActions(),
                        viewActions(),
                        copying(),
                        removing(),
                        serverActions(),
                        openCode(),
                        window(all),
                        help())
                .flatMap(List::stream)
                .toList();
    }

    private List<Action> taskActions() {
        Condition failed = Condition.any(WindowCommands::mayBeRetried, "action.not.failed");
        Condition active = Condition.any(AgentTask::stoppable, "action.not.active");
        Condition queued = Condition.any(WindowCommands::hasQueue, "action.not.queued");
        return List.of(
                of("launch", TASK, keys(KeyCode.N, CTRL), ready, tasks -> launch(Optional.empty())),
                of("child", TASK, keys(KeyCode.N, CTRL, SHIFT), ready.and(Condition.ONE), one(this::launchBelow)),
                inTable("continue", TASK, keys(KeyCode.C), exists(), one(this::continueTask)),
                inTable("retry", TASK, keys(KeyCode.R), failed, tasks -> windowCommands.retry(tasks, undoBar::refused)),
                inTable("cancel", TASK, keys(KeyCode.DELETE), active, windowCommands::cancel),
                inTable(
                        "queue.drop",
                        TASK,
                        keys(KeyCode.Q),
                        queued,
                        tasks -> windowCommands.dropQueued(tasks, undoBar::refused)));
    }

    private List<Action> viewActions() {
        return List.of(
                inTable("why", TASK, keys(KeyCode.W), Condition.ONE, one(table::explain)),
                inTable(
                        "rename",
                        TASK,
                        keys(KeyCode.F2),
                        exists(),
                        one(task -> windowCommands.rename(task, table.titles(), undoBar::refused))));
    }

    private List<Action> copying() {
        Consumer<AgentTask> session = task -> windowCommands.copy(task.key().session());
        Consumer<AgentTask> directory =
                task -> windowCommands.copy(task.session().directory());
        return List.of(
                inTable("copy.session", COPY, keys(KeyCode.C, CTRL), Condition.ONE, one(session)),
                inTable("copy.directory", COPY, keys(KeyCode.C, CTRL, SHIFT), Condition.ONE, one(directory)));
    }

    private List<Action> removing() {
        Condition resting = Condition.any(WindowCommands::mayBeRemoved, "action.not.resting");
        Condition going = Condition.when(undoBar::isLeaving, "action.not.leaving");
        return List.of(
                inTable("archive", REMOVE, keys(KeyCode.E), resting, part(RemovalState.ARCHIVE)),
                inTable("delete", REMOVE, keys(KeyCode.DELETE, SHIFT), resting, part(RemovalState.DELETE)),
                of("undo", REMOVE, List.of(UndoBar.KEYS), going, tasks -> undoBar.undo()));
    }

    private List<Action> serverActions() {
        Condition any =
                Condition.when(() -> table.matching().stream().anyMatch(AgentTask::stoppable), "action.not.any.active");
        return List.of(
                inTable(
                        "cancel.all",
                        ALL,
                        keys(KeyCode.DELETE, CTRL),
                        any,
                        tasks -> windowCommands.cancelAll(table.matching())),
                of("retry.servers", ALL, keys(KeyCode.F5), Condition.ALWAYS, tasks -> windowCommands.retryAll()),
                of(
                        "pending",
                        ALL,
                        keys(KeyCode.M, CTRL, SHIFT),
                        Condition.ALWAYS,
                        tasks -> windowCommands.showPending()));
    }

    private List<Action> openCode() {
        OpenCodeControl control = windowCommands.openCode();
        Condition runs = Condition.when(control::runs, "action.not.own");
        return List.of(
                of(
                        "opencode.start",
                        ALL,
                        keys(KeyCode.O, CTRL),
                        Condition.when(() -> !control.runs(), "action.not.twice"),
                        tasks -> control.start()),
                of("opencode.stop", ALL, keys(KeyCode.X, CTRL, SHIFT), runs, tasks -> control.stop()),
                of(
                        "opencode.restart",
                        ALL,
                        keys(KeyCode.R, CTRL, SHIFT),
                        Condition.when(control::restarts, "action.not.own"),
                        tasks -> control.restart()));
    }

    private List<Action> window(Supplier<Actions> all) {
        List<KeyCombination> help = List.of(new KeyCharacterCombination("?"), new KeyCodeCombination(KeyCode.F1));
        return List.of(
                of("palette", WINDOW, keys(KeyCode.K, CTRL), Condition.ALWAYS, tasks -> openPalette(all.get())),
                of(
                        "filter",
                        WINDOW,
                        keys(KeyCode.F, CTRL),
                        Condition.ALWAYS,
                        tasks -> focus.filter().run()),
                of(
                        "attention",
                        WINDOW,
                        keys(KeyCode.J, CTRL),
                        Condition.ALWAYS,
                        tasks -> focus.attention().run()),
                of(
                        "details",
                        WINDOW,
                        keys(KeyCode.I, CTRL),
                        Condition.ALWAYS,
                        tasks -> focus.details().run()),
                of("keys", WINDOW, help, Condition.ALWAYS, tasks -> windowCommands.showKeys(all.get())));
    }

    private List<Action> help() {
        Help help = windowCommands.help();
        return List.of(
                of("documentation", HELP, List.of(), Condition.ALWAYS, tasks -> help.documentation()),
                of("notices", HELP, List.of(), Condition.ALWAYS, tasks -> help.notices()),
                of("about", HELP, List.of(), Condition.ALWAYS, tasks -> help.about()));
    }

    private void launch(Optional<AgentTask> parent) {
        windowCommands.launch(parent, table::select);
    }

    private void launchBelow(AgentTask parent) {
        launch(Optional.of(parent));
    }

    private void continueTask(AgentTask task) {
        windowCommands.continueTask(task, table::select);
    }

    private void openPalette(Actions all) {
        windowCommands.palette(all, table::select);
    }

    private Consumer<List<AgentTask>> part(RemovalState how) {
        return tasks -> {
            undoBar.removing(tasks.stream().map(AgentTask::key).toList());
            windowCommands.remove(tasks, how, undoBar::refused);
            new NextRow(table).selectAfter(tasks);
        };
    }

    private static Condition exists() {
        return Condition.ONE.and(Condition.any(task -> !task.deleted(), "action.not.there"));
    }

    private static Consumer<List<AgentTask>> one(Consumer<AgentTask> action) {
        return tasks -> action.accept(tasks.getFirst());
    }

    private static List<KeyCombination> keys(KeyCode code, Modifier... modifiers) {
        return List.of(new KeyCodeCombination(code, modifiers));
    }

    private static Action of(
            String id, Group group, List<KeyCombination> keys, Condition condition, Consumer<List<AgentTask>> action) {
        return new Action(id, group, Reach.WINDOW, keys, condition, action);
    }

    private static Action inTable(
            String id, Group group, List<KeyCombination> keys, Condition condition, Consumer<List<AgentTask>> action) {
        return new Action(id, group, Reach.TABLE, keys, condition, action);
    }
}
