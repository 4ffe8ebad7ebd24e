package taskglass.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.engine.Engine;
import taskglass.task.BookDiff;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.Theme;
import taskglass.ui.server.ServerChips;
import taskglass.ui.server.ServerPage;
import taskglass.ui.table.TaskActions;
import taskglass.ui.table.TaskTable;

/** The main window's content: the table, or what stands in its place, between the toolbar and the status bar. */
final class MainController {
    private final Engine engine;
    private final Commands commands;
    private final Theme theme;
    private final TaskTable table;
    private final Counts total;
    private final Parent root;
    private Centre centre;
    private StatusBar statusBar;

    @FXML
    private Button cancel;

    @FXML
    private Button launch;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private StackPane middle;

    @FXML
    private Node empty;

    @FXML
    private HBox servers;

    @FXML
    private Hyperlink pending;

    @FXML
    private Label counts;

    MainController(Engine engine, ObservableValue<Instant> clock, Commands commands, Theme theme) {
        this.engine = engine;
        this.commands = commands;
        this.theme = theme;
        TaskActions actions = new TaskActions(
                commands::cancel,
                commands::copy,
                parent -> commands.launch(Optional.of(parent), this::select),
                engine::look);
        table = new TaskTable(engine.book(), clock, actions);
        total = new Counts(engine.book());
        root = Fxml.load("main", this);
        engine.onDiff(this::apply);
    }

    Parent root() {
        return root;
    }

    /** Puts the focus where a person goes on. */
    void focus() {
        centre.focus();
    }

    /** Selects a task in the table and scrolls to it. */
    void select(TaskKey key) {
        table.select(key);
    }

    @FXML
    void initialize() {
        ServerChips chips = new ServerChips(servers, engine::retry, this::openPage);
        statusBar = new StatusBar(engine, chips, pending, counts);
        centre = new Centre(middle, table.view(), empty, new ServerPage(engine));
        table.onSelection(this::showWhatMayBeCancelled);
        table.view().setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                cancelSelected();
            }
        });
        themeIcon
                .iconCodeProperty()
                .bind(theme.darkProperty().map(dark -> dark ? BootstrapIcons.SUN : BootstrapIcons.MOON));
        showAll();
    }

    private void apply(BookDiff diff) {
        table.apply(diff);
        total.apply(diff);
        showAll();
    }

    private void showAll() {
        List<ServerHealth> health =
                engine.servers().stream().map(engine.book()::health).toList();
        statusBar.show(health, total);
        centre.show(health, total.tasks() == 0);
        launch.setDisable(!centre.ready());
        showWhatMayBeCancelled();
    }

    private void showWhatMayBeCancelled() {
        cancel.setDisable(
                table.selection().stream().noneMatch(task -> task.status().active()));
    }

    private void openPage(ServerId server) {
        centre.open(server);
        showAll();
    }

    @FXML
    void showPending() {
        commands.showPending();
    }

    @FXML
    void cancelSelected() {
        commands.cancel(table.selection());
    }

    @FXML
    void launch() {
        if (!launch.isDisabled()) {
            commands.launch(Optional.empty(), this::select);
        }
    }

    @FXML
    void toggleTheme() {
        theme.toggle();
    }
}
