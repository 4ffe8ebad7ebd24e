package taskglass.ui.window;

import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.engine.Engine;
import taskglass.settings.Settings;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Actions;
import taskglass.ui.actions.UndoBar;
import taskglass.ui.attention.AttentionBar;
import taskglass.ui.detail.DetailPane;
import taskglass.ui.filter.Filter;
import taskglass.ui.filter.FilterBar;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.Theme;
import taskglass.ui.server.ServerChips;
import taskglass.ui.server.ServerCommands;
import taskglass.ui.server.ServerPage;
import taskglass.ui.table.GroupMenu;
import taskglass.ui.table.RowActions;
import taskglass.ui.table.TableMemory;
import taskglass.ui.table.TaskTable;

/** The content of the main window: toolbar, the table or what replaces it, and the status bar. */
final class MainController {
    private final ServerCommands desk;
    private final Engine engine;
    private final WindowCommands windowCommands;
    private final Theme theme;
    private final UndoBar leaving;
    private final TaskTable table;
    private final Actions actions;
    private final TaskCounts total;
    private final ObservableValue<Instant> clock;
    private final AttentionBar attention;
    private final FilterBar filtering;
    private final Settings settings;
    private final Parent root;
    private final SelectedTaskDetails selectedTaskDetails;
    private CenterPane center;
    private StatusBar statusBar;

    @FXML
    private Button cancel;

    @FXML
    private Button launch;

    @FXML
    private Button more;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private StackPane strip;

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
            Settings settings) {
        this.desk = desk;
        engine = desk.engine();
        this.settings = settings;
        this.windowCommands = windowCommands;
        this.theme = theme;
        leaving = new UndoBar(windowCommands::keep);
        RowActions menus = new RowActions(
                tasks -> actions().menu(Group.OF_TASKS::contains, tasks), engine::requestReading, windowCommands::why);
        table = new TaskTable(engine.store(), clock, menus);
        filtering = new FilterBar(engine.store(), settings, this::filter);
        ActionCatalog.Focus focus =
                new ActionCatalog.Focus(filtering::focus, () -> attention().focus(), this::toggleDetails, desk::add);
        actions = new Actions(
                new ActionCatalog(windowCommands, table, leaving, theme, () -> center.ready(), focus)
                        .list(this::actions),
                table::selection);
        total = new TaskCounts(engine.store());
        this.clock = clock;
        attention = new AttentionBar(engine, clock, this::select, this::focus);
        root = Fxml.load("main", this);
        DetailPane pane =
                new DetailPane(engine, clock, windowCommands::openFolder, windowCommands::browse, this::select);
        selectedTaskDetails = new SelectedTaskDetails(pane, split, settings, actions);
        selectedTaskDetails.anything(total.tasks() > 0);
        table.onSelection(() -> selectedTaskDetails.show(table.selection()));
        engine.onDiff(this::apply);
        engine.discovery().onChange(() -> {
            table.view().refresh(); // a server's name may have changed
            showAll();
        });
    }

    Parent root() {
        return root;
    }

    Actions actions() {
        return actions;
    }

    void focus() {
        center.focus();
    }

    AttentionBar attention() {
        return attention;
    }

    /** Shows a message about Taskglass itself. It stays until the user closes it. */
    void report(String sentences) {
        leaving.refused(sentences);
    }

    void select(TaskKey key) {
        table.select(key);
    }

    @FXML
    void initialize() {
        strip.getChildren().add(attention.root());
        statusBar = new StatusBar(engine, clock, new ServerChips(servers, desk, this::openPage), pending, counts);
        center = new CenterPane(middle, table.view(), empty, nothing, new ServerPage(desk));
        new FilterLayout(filtering, filterPlace, below);
        TableMemory.of(table, settings);
        table.onHidden(filtering::clear);
        GroupMenu.fill(group, table, settings);
        middle.getChildren().add(leaving.root());
        table.onSelection(actions::refresh);
        actions.listen(table.view());
        actions.give("cancel", cancel);
        actions.give("launch", launch);
        themeIcon
                .iconCodeProperty()
                .bind(theme.darkProperty().map(dark -> dark ? BootstrapIcons.SUN : BootstrapIcons.MOON));
        showAll();
    }

    private void apply(StoreDiff diff) {
        table.apply(diff);
        leaving.apply(diff);
        filtering.apply(diff);
        total.apply(diff);
        statusBar.apply(diff);
        attention.apply(diff);
        selectedTaskDetails.anything(total.tasks() > 0);
        showAll();
    }

    private void showAll() {
        List<ServerHealth> health = engine.health();
        statusBar.show(health, total);
        center.show(health, total.tasks() == 0, noMatch());
        actions.refresh();
    }

    private void filter(Filter now) {
        table.filter(now);
        showAll();
    }

    private boolean noMatch() {
        boolean none = total.tasks() > 0 && table.empty();
        if (none) {
            nothingText.setText(filtering.nothing());
        }
        return none;
    }

    @FXML
    void clearFilter() {
        filtering.clear();
    }

    private void openPage(ServerId server) {
        center.open(server);
        showAll();
    }

    @FXML
    void showPending() {
        windowCommands.showPending();
    }

    @FXML
    void launch() {
        actions.run("launch");
    }

    @FXML
    void toggleDetails() {
        selectedTaskDetails.toggle();
    }

    @FXML
    void toggleTheme() {
        theme.toggle();
    }

    @FXML
    void showMenu() {
        actions.menu(group -> true, table::selection).show(more, Side.BOTTOM, 0, 0);
    }
}
