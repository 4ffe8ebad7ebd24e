package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.demo.Demo;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.Snapshot;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.AgentTask;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;

/** Paints every screen, light and dark, over one moment of the demo: {@code mvn verify -Dtest=ScreensTest}. */
class ScreensTest extends ApplicationTest {
    /** An empty pane has fewer. */
    private static final long COLOURS = 40;

    /** The demo plays the same afternoon each time, and its clock stands still. */
    private static final Instant MOMENT = Instant.parse("2026-11-25T14:32:10Z");

    private static final long SEED = 1;

    private final MovableClock time = new MovableClock(MOMENT);
    private final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(MOMENT);
    private Stage stage;
    private Demo demo;
    private Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() {
        demo = Demo.open(time, Path.of(System.getProperty("user.home")), SEED);
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(time, FxThread.executor(), none));
        FxThread.ask(() ->
                new MainWindow(stage, engine, clock, new Desktop(), Settings.of(SettingsFile.none(), Runnable::run)));
    }

    @AfterEach
    void close() {
        interact(new Desktop()::hideAll);
        interact(engine::close);
        demo.close();
    }

    @Test
    void everyScreenIsPaintedInBothThemes() {
        interact(() -> engine.discovery().offerDemo(this::connection));
        interact(() -> engine.watch(new Connection(new Endpoint(nowhere(), Optional.empty()))));
        FxThread.until(
                "nothing is found",
                () -> engine.book().health(nowhere()).trouble().isPresent());
        paint("empty", stage);
        assertThat(detailsShown()).isFalse();
        press("#demo");
        FxThread.until("all is read", this::allIsRead);
        select("Port the parser to records");
        assertThat(detailsShown()).isTrue();
        FxThread.until(
                "the calls of all rows in view are known", () -> callsAreKnown("Fix the off-by-one in the pager"));
        paint("main", stage);
        select("Benchmark the cache");
        tab("timeline");
        paint("timeline", stage);
        press("#launch");
        Stage launch = awaitWindow(".launch");
        FxThread.until(
                "it knows what may be chosen",
                () -> ((Label) launch.getScene().lookup("#hint")).getText().isEmpty());
        fill(launch, "#description", "Port the printer to records");
        fill(
                launch,
                "#prompt",
                "Do with the printer what was done with the parser: replace the classes that only hold values by"
                        + " records, keep their public methods, and run the tests after each file.");
        paint("launch", launch);
        unfold("#attention-show");
        paint("permission", stage);
        unfold("#attention-answer");
        paint("question", stage);
        interact(() -> field().setText("agent:nobody"));
        paint("no-match", stage);
        interact(() -> field().clear());
        group(3);
        paint("grouped", stage);
        group(5);
        select("Benchmark the cache");
        press(KeyCode.K, true);
        Stage palette = awaitWindow(".palette");
        paint("palette", palette);
        press(KeyCode.F1, false);
        Stage keys = awaitWindow(".keys");
        paint("keys", keys);
        paint("row-menu", rowMenu(keys)); // the palette goes when another window comes, and a menu's colours with it
    }

    private Connection connection() {
        Credentials credentials = new Credentials(demo.user(), demo.password());
        return new Connection(new Endpoint(new ServerId(demo.url()), Optional.of(credentials)));
    }

    private static ServerId nowhere() {
        return new ServerId("http://127.0.0.1:4096");
    }

    private boolean allIsRead() {
        Collection<AgentTask> tasks = engine.book().tasks();
        return tasks.size() > 20 && tasks.stream().noneMatch(task -> task.status() == TaskStatus.IDLE);
    }

    /** A row's calls are read when it has come into view. */
    private boolean callsAreKnown(String name) {
        stage.getScene().snapshot(null);
        return engine.book().tasks().stream()
                .filter(task -> task.name().equals(name))
                .flatMap(task -> task.run().stream())
                .anyMatch(run -> run.tools().exact());
    }

    private void fill(Window window, String field, String text) {
        interact(() -> ((TextInputControl) window.getScene().lookup(field)).setText(text));
    }

    private boolean detailsShown() {
        return FxThread.ask(() -> stage.getScene().lookup("#detail") != null);
    }

    private void press(KeyCode key, boolean control) {
        interact(() -> Event.fireEvent(
                stage.getScene().lookup("#tasks"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)));
    }

    /** The context menu of a task, over a window that is shown. */
    private Window rowMenu(Window over) {
        return FxThread.ask(() -> {
            Node row = stage.getScene().getRoot().lookupAll(".tree-table-row-cell").stream()
                    .filter(node -> node instanceof TreeTableRow<?> there && there.isSelected())
                    .findFirst()
                    .orElseThrow();
            row.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, false, null));
            ContextMenu menu = ((TreeTableRow<?>) row).getContextMenu();
            menu.show(over, 20, 20);
            return menu;
        });
    }

    /** The menu's entry of that number. */
    private void group(int number) {
        interact(() -> ((MenuButton) stage.getScene().lookup("#group"))
                .getItems()
                .get(number)
                .fire());
    }

    private TextField field() {
        return FxThread.ask(() -> (TextField) stage.getScene().lookup("#filter"));
    }

    private void tab(String id) {
        interact(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#detail-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> tab.getId().contains(id))
                    .findFirst()
                    .ifPresent(tabs.getSelectionModel()::select);
        });
    }

    private void select(String name) {
        FxThread.ask(() -> stage.getScene().snapshot(null)); // lays the window out, which is never shown
        interact(() -> {
            field().setText(name);
            ((TreeTableView<?>) stage.getScene().lookup("#tasks"))
                    .getSelectionModel()
                    .clearAndSelect(0);
            field().clear();
        });
    }

    private Stage awaitWindow(String content) {
        FxThread.until(content + " is shown", () -> find(content).isPresent());
        return (Stage) FxThread.ask(() -> find(content).orElseThrow());
    }

    private static Optional<Window> find(String content) {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().lookup(content) != null)
                .findFirst();
    }

    /** Whichever of the two was asked first. */
    private void unfold(String button) {
        boolean other =
                FxThread.ask(() -> !stage.getScene().lookup(button).getParent().isVisible());
        if (other) {
            press("#attention-next");
        }
        press(button);
    }

    private void press(String button) {
        FxThread.until(
                button + " can be pressed",
                () -> !stage.getScene().lookup(button).isDisabled());
        interact(() -> ((Button) stage.getScene().lookup(button)).fire());
    }

    private void paint(String name, Window window) {
        for (String theme : new String[] {"light", "dark"}) {
            FxThread.ask(() -> window.getScene().snapshot(null)); // what it lays out may ask for more
            assertThat(Snapshot.of(window.getScene(), name + "-" + theme)).isGreaterThan(COLOURS);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }
}
