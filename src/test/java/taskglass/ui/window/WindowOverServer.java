package taskglass.ui.window;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Rig;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.RealOpenCode;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.request.LaunchChoices.Agent;

/** The whole window over a real server, the shared one unless a test class has its own, and the ways to look at it and use it, for tests to build on. */
public abstract class WindowOverServer extends ApplicationTest {
    /** The addresses that were opened with another program. */
    public final List<String> opened = new CopyOnWriteArrayList<>();

    private final DesktopAccess desktopAccess = new DesktopAccess(opened::add, waiting -> {});

    public Stage stage;
    public Rig rig;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    /** The server that the window watches. */
    public RealOpenCode server() {
        return RealOpenCode.shared();
    }

    /** The address by way of which the window watches it. */
    public String address() {
        return server().baseUrl();
    }

    @BeforeEach
    void open() {
        rig = new Rig(server(), address(), engine -> {
            MainWindow window = new MainWindow(
                    stage,
                    engine,
                    new SimpleObjectProperty<>(Clock.systemUTC().instant()),
                    desktopAccess,
                    Settings.of(SettingsFile.none(), Runnable::run));
            // The headless screen is 1000 × 1000.
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
        });
    }

    @AfterEach
    void close() {
        rig.close();
        interact(desktopAccess::hideAll);
    }

    public void restart() {
        try {
            rig.server.restartOnSamePort();
        } catch (java.io.IOException e) {
            throw new AssertionError("the shared server did not come back", e);
        }
    }

    public void awaitRow(String name, String words) {
        awaitRow(name, "says " + words, row -> String.join(" ", texts(row)).contains(words));
    }

    public void awaitSelected(String name) {
        awaitRow(name, "is selected", TreeTableRow::isSelected);
    }

    /** The row is looked for and looked at in one step: rows are used anew for other tasks. */
    private void awaitRow(String name, String description, Predicate<TreeTableRow<?>> condition) {
        FxThread.until(
                "the row of “" + name + "” " + description,
                () -> row(name).filter(condition).isPresent());
    }

    /** The row on the screen that shows this name. */
    public Optional<TreeTableRow<?>> row(String name) {
        return FxThread.ask(() -> {
            for (Node node : stage.getScene().getRoot().lookupAll(".tree-table-row-cell")) {
                if (node instanceof TreeTableRow<?> row && row.isVisible() && shows(row, name)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        });
    }

    static boolean shows(TreeTableRow<?> row, String name) {
        return texts(row).stream().anyMatch(text -> text.endsWith(name));
    }

    public static List<String> texts(Node row) {
        return row.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    public void select(String name) {
        FxThread.until("the row of “" + name + "” can be selected", () -> {
            Optional<TreeTableRow<?>> row = row(name);
            row.ifPresent(there -> there.getTreeTableView().getSelectionModel().select(there.getIndex()));
            return row.isPresent();
        });
    }

    public void awaitClosed(Window window) {
        FxThread.until("it is closed", () -> !window.isShowing());
    }

    public void awaitFocus(String id) {
        FxThread.until(
                id + " has the focus",
                () -> stage.getScene().getFocusOwner() != null
                        && id.equals(stage.getScene().getFocusOwner().getId()));
    }

    public Optional<Node> toastWith(String name) {
        return FxThread.ask(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".toast").stream())
                .filter(toast -> toast.getAccessibleText().contains(name))
                .findFirst());
    }

    public Optional<Window> windowWith(String selector) {
        return FxThread.ask(() -> Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene().lookup(selector) != null)
                .findFirst());
    }

    public Window awaitDialog() {
        return awaitWindow("#prompt");
    }

    /** The window with this in it, once keys are heard there. */
    public Window awaitWindow(String selector) {
        FxThread.until(
                selector + " is shown",
                () -> windowWith(selector).filter(Window::isFocused).isPresent());
        return windowWith(selector).orElseThrow();
    }

    public void type(Window window, String field, String text) {
        interact(() -> {
            TextInputControl input = (TextInputControl) window.getScene().lookup(field);
            input.requestFocus();
            input.setText(text);
        });
    }

    public static String text(Window window, String field) {
        return FxThread.ask(() -> ((TextInputControl) window.getScene().lookup(field)).getText());
    }

    public static Button button(Window window, String id) {
        return FxThread.ask(() -> (Button) window.getScene().lookup(id));
    }

    /** The names that the launch dialog offers once its server has told them. */
    public static List<String> awaitAgents(Window dialog) {
        Await.until("agents are there", () -> !agents(dialog).isEmpty());
        return agents(dialog);
    }

    private static List<String> agents(Window dialog) {
        return FxThread.ask(() -> ((ComboBox<?>) dialog.getScene().lookup("#agent"))
                .getItems().stream().map(agent -> ((Agent) agent).name()).toList());
    }

    public static String clipboard() {
        return FxThread.ask(() -> Clipboard.getSystemClipboard().getString());
    }

    public static List<String> texts(Window window) {
        return FxThread.ask(() -> texts(window.getScene().getRoot()));
    }
}
