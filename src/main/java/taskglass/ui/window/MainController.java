package taskglass.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.engine.Engine;
import taskglass.settings.Preferences;
import taskglass.settings.Settings;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Actions;
import taskglass.ui.attention.AttentionBar;
import taskglass.ui.detail.DetailPane;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.Theme;
import taskglass.ui.server.OutageBar;
import taskglass.ui.server.ServerChips;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.server.ServerPage;
import taskglass.ui.table.RowActions;

/**
 * The content of the main window: toolbar, the table or what replaces it, and the status bar. The nodes come first, from
 * the FXML, then what fills them. Rows and the attention bar call back here only after that, when the user acts.
 */
final class MainController {
    private final Engine engine;
    private final WindowCommands windowCommands;
    private final Parent root;
    private final TaskArea tasks;
    private final AttentionBar attention;
    private final OutageBar outage;
    private final Actions actions;
    private final SelectedTaskDetails details;
    private final StatusBar statusBar;

    @FXML
    private Button firstLaunch;

    @FXML
    private VBox bars;

    @FXML
    private StackPane middle;

    @FXML
    private SplitPane split;

    @FXML
    private Node empty;

    @FXML
    private Node nothing;

    @FXML
    private Label nothingText;

    @FXML
    private HBox servers;

    @FXML
    private Hyperlink pending;

    @FXML
    private Label counts;

    @FXML
    private HBox filterPlace;

    @FXML
    private HBox below;

    @FXML
    private MenuButton group;

    MainController(
            ServerCommands desk,
            ObservableValue<Instant> clock,
            WindowCommands windowCommands,
            Theme theme,
            Settings settings,
            Preferences preferences) {
        engine = desk.engine();
        this.windowCommands = windowCommands;
        root = Fxml.load("main", this);
        RowActions rows = new RowActions(
                this::rowMenu,
                engine::requestReading,
                windowCommands::why,
                (task, now) -> quiet(task, now, preferences));
        tasks = new TaskArea(
                engine,
                clock,
                settings,
                new ServerPage(desk),
                new TaskArea.Places(middle, empty, nothing, nothingText, filterPlace, below, group),
                new TaskArea.Callbacks(rows, windowCommands::keep, this::showAll));
        attention = new AttentionBar(engine, clock, this::select, this::focus);
        outage = new OutageBar(desk, clock, this::openPage, this::focus);
        bars.getChildren().addAll(outage.root(), attention.root());
        ActionCatalog.Focus focus =
                new ActionCatalog.Focus(tasks.filtering()::focus, attention::focus, this::toggleDetails);
        ActionCatalog catalog = new ActionCatalog(windowCommands, tasks.table(), tasks.undo(), tasks::ready, focus);
        SettingsActions settingsActions = new SettingsActions(
                desk,
                theme,
                settings,
                preferences,
                windowCommands.desktop(),
                () -> actions().all());
        OpenActions opening = new OpenActions(engine, preferences, windowCommands.desktop(), tasks.undo()::refused);
        actions = new Actions(
                Actions.inOrder(catalog.list(this::actions), settingsActions.list(), opening.list()),
                tasks.table()::selection);
        DetailPane pane = new DetailPane(
                engine,
                clock,
                windowCommands::openFolder,
                windowCommands::browse,
                this::select,
                windowCommands.continueField());
        details = new SelectedTaskDetails(pane, split, settings, actions);
        statusBar = new StatusBar(engine, clock, new ServerChips(servers, desk, this::openPage), pending, counts);
        tasks.table().density(preferences.density());
        preferences.onChange(() -> {
            tasks.table().density(preferences.density());
            tasks.table().view().refresh(); // which tasks read as quiet
        });
        new Toolbar(root, actions, theme);
        connect();
    }

    /** Lets the parts follow the store, the selection and each other. */
    private void connect() {
        tasks.table().onSelection(actions::refresh);
        tasks.table().onSelection(() -> details.show(tasks.table().selection()));
        actions.listen(tasks.table().view());
        actions.give("launch", firstLaunch);
        pending.setTooltip(new Tooltip(actions.tip("pending")));
        actions.give("continue", windowCommands.continueField().options());
        engine.onDiff(this::apply);
        engine.discovery().onChange(() -> {
            tasks.table().view().refresh(); // a server's name may have changed
            showAll();
        });
        showAll();
    }

    private static Optional<Duration> quiet(AgentTask task, Instant now, Preferences preferences) {
        int after = preferences.quietAfterMinutes();
        return after == 0 ? Optional.empty() : task.quiet(now, Duration.ofMinutes(after));
    }

    private ContextMenu rowMenu(Supplier<List<AgentTask>> about) {
        return actions.menu(Group.OF_TASKS::contains, about);
    }

    Parent root() {
        return root;
    }

    Actions actions() {
        return actions;
    }

    void focus() {
        tasks.focus();
    }

    AttentionBar attention() {
        return attention;
    }

    /** Lays a node over the table. */
    void overlay(Node node) {
        middle.getChildren().add(node);
    }

    SelectedTaskDetails details() {
        return details;
    }

    /** Shows a message about Taskglass itself. It stays until the user closes it. */
    void report(String sentences) {
        tasks.undo().refused(sentences);
    }

    void select(TaskKey key) {
        tasks.table().select(key);
    }

    private void apply(StoreDiff diff) {
        tasks.apply(diff);
        statusBar.apply(diff);
        attention.apply(diff);
        showAll();
    }

    private void showAll() {
        List<ServerHealth> health = engine.health();
        outage.show(health);
        details.anything(tasks.total().tasks() > 0);
        statusBar.show(health, tasks.total());
        tasks.show(health);
        actions.refresh();
    }

    private void openPage(ServerId server) {
        tasks.open(server);
        showAll();
    }

    @FXML
    void clearFilter() {
        tasks.filtering().clear();
    }

    @FXML
    void showPending() {
        windowCommands.showPending();
    }

    private void toggleDetails() {
        details.toggle();
    }
}
