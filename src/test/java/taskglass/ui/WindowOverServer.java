package taskglass.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableRow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Rig;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.RealOpenCode;
import taskglass.task.LaunchChoices.Agent;

/** The whole window over the shared real server, and the ways to look at it and use it, for tests to build on. */
abstract class WindowOverServer extends ApplicationTest {
    private static final Desktop DESKTOP = new Desktop();

    Stage stage;
    Rig rig;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() {
        rig = new Rig(RealOpenCode.shared(), engine -> {
            MainWindow window = new MainWindow(
                    stage, engine, new SimpleObjectProperty<>(Clock.systemUTC().instant()), DESKTOP);
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
        interact(DESKTOP::hideAll);
    }

    void restart() {
        try {
            rig.server.restartOnSamePort();
        } catch (java.io.IOException e) {
            throw new AssertionError("the shared server did not come back", e);
        }
    }

    void awaitRow(String name, String words) {
        Await.until(
                "the row of “" + name + "” says " + words,
                () -> row(name)
                        .filter(row -> String.join(" ", texts(row)).contains(words))
                        .isPresent());
    }

    /** The row on the screen that shows this name. */
    Optional<TreeTableRow<?>> row(String name) {
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

    static List<String> texts(Node row) {
        return row.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    void select(String name) {
        Await.until("the row is there", () -> row(name).isPresent());
        TreeTableRow<?> row = row(name).orElseThrow();
        interact(() -> row.getTreeTableView().getSelectionModel().select(row.getIndex()));
    }

    Optional<Node> toastWith(String name) {
        return lookup(".toast").queryAll().stream()
                .filter(toast -> toast.getAccessibleText().contains(name))
                .findFirst();
    }

    Optional<Window> windowWith(String selector) {
        return listWindows().stream()
                .filter(window -> window.isShowing() && window.getScene().lookup(selector) != null)
                .findFirst();
    }

    Window awaitDialog() {
        Await.until("the dialog is open", () -> dialog().isPresent());
        return dialog().orElseThrow();
    }

    Optional<Window> dialog() {
        return windowWith("#prompt");
    }

    void type(Window window, String field, String text) {
        interact(() -> {
            TextInputControl input = (TextInputControl) window.getScene().lookup(field);
            input.requestFocus();
            input.setText(text);
        });
    }

    static String text(Window window, String field) {
        return ((TextInputControl) window.getScene().lookup(field)).getText();
    }

    static Button button(Window window, String id) {
        return (Button) window.getScene().lookup(id);
    }

    @SuppressWarnings("unchecked")
    static ComboBox<Agent> agents(Window window) {
        return (ComboBox<Agent>) window.getScene().lookup("#agent");
    }

    static Node root(Window window) {
        return window.getScene().getRoot();
    }
}
