package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.ui.window.WindowOverDemo;

/** Paints every screen, light and dark, over one moment of the demo: {@code mvn verify -Dtest=ScreensTest}. */
@Tag("slow")
class ScreensTest extends WindowOverDemo {
    /** An empty pane has fewer. */
    private static final long COLOURS = 40;

    @Test
    void everyScreenIsPaintedInBothThemes() {
        interact(() -> engine.discovery().offerDemo(this::connection));
        interact(() -> engine.watch(new Connection(new Endpoint(nowhere(), Optional.empty()))));
        FxThread.until(
                "nothing is found",
                () -> engine.store().health(nowhere()).trouble().isPresent());
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
        FxThread.until("its calls are read", () -> {
            stage.getScene().snapshot(null);
            return !stage.getScene().lookup(".timeline-view .detail-empty").isVisible();
        });
        paint("timeline", stage);
        press("#launch");
        Stage launch = awaitWindow(".launch");
        FxThread.until(
                "it knows what may be chosen",
                () -> !((ComboBox<?>) launch.getScene().lookup("#agent"))
                        .getItems()
                        .isEmpty());
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
        paintRowMenu(keys); // the palette goes when another window comes
    }

    /** A menu keeps the style sheets with which it was opened, so it is opened anew in the other theme. */
    private void paintRowMenu(Window over) {
        for (String theme : new String[] {"light", "dark"}) {
            Window menu = rowMenu(over);
            FxThread.ask(() -> menu.getScene().snapshot(null));
            assertThat(Snapshot.of(menu.getScene(), "row-menu-" + theme)).isGreaterThan(COLOURS);
            interact(menu::hide);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }

    /** A row's calls are read when it has come into view. */
    private boolean callsAreKnown(String name) {
        stage.getScene().snapshot(null);
        return engine.store().tasks().stream()
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

    /** Whichever of the two was asked first. */
    private void unfold(String button) {
        boolean other =
                FxThread.ask(() -> !stage.getScene().lookup(button).getParent().isVisible());
        if (other) {
            press("#attention-next");
        }
        press(button);
    }

    private void paint(String name, Window window) {
        for (String theme : new String[] {"light", "dark"}) {
            FxThread.ask(() -> window.getScene().snapshot(null)); // what it lays out may ask for more
            assertThat(Snapshot.of(window.getScene(), name + "-" + theme)).isGreaterThan(COLOURS);
            interact(() -> ((Button) stage.getScene().lookup("#theme")).fire());
        }
    }
}
