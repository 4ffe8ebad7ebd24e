package taskglass.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.Pointer;
import taskglass.task.TaskStatus;
import taskglass.ui.window.WindowOverServer;

/** The filter of the window over a real server. */
@NeedsOpenCode
class FilterWindowTest extends WindowOverServer {

    @AfterEach
    void showAll() {
        interact(() -> field().clear());
    }

    @Test
    void whatIsTypedLeavesTheRowsThatMatch() {
        rig.create("Filter keeps this");
        rig.create("Filter drops that");
        awaitRow("Filter drops that", "Idle");
        enterFilter();
        write("keeps this");
        FxThread.until("one row is left", () -> row("Filter drops that").isEmpty());
        FxThread.until("it is the other", () -> row("Filter keeps this").isPresent());
    }

    @Test
    void aSegmentLeavesTheTasksOfItsStatuses() {
        String fails = rig.create("Segment fails");
        rig.create("Segment idles");
        rig.prompt(fails, "fail=400");
        rig.awaitStatus(fails, TaskStatus.FAILED);
        click("#segment-failed");
        FxThread.until(
                "only what failed is left",
                () -> row("Segment idles").isEmpty() && row("Segment fails").isPresent());
        click("#segment-all");
        FxThread.until("all are back", () -> row("Segment idles").isPresent());
    }

    @Test
    void whereNothingMatchesThatIsSaidAndOneClickShowsAll() {
        rig.create("Hidden by a filter");
        awaitRow("Hidden by a filter", "Idle");
        interact(() -> field().setText("no-task-is-called-so"));
        FxThread.until(
                "it is said", () -> texts(stage).stream().anyMatch(text -> text.contains("no-task-is-called-so")));
        click("#clear");
        FxThread.until("it is back", () -> row("Hidden by a filter").isPresent());
    }

    @Test
    void aTaskThatTheFilterHidesIsShownWhenItIsAskedFor() {
        String session = rig.create("Asked for by its toast");
        interact(() -> field().setText("something else"));
        rig.prompt(session, "words=1");
        Pointer.click("the toast", () -> toastWith("Asked for by its toast"));
        FxThread.until("its row is there", () -> row("Asked for by its toast").isPresent());
    }

    @Test
    void aFilterThatIsKeptIsOneClickAway() {
        rig.create("Kept filter shows this");
        interact(() -> field().setText("kept filter"));
        Pointer.click("the star", this::star);
        FxThread.until("it is kept", () -> chip("kept filter").isPresent());
        interact(() -> field().clear());
        Pointer.click("the filter that was kept", () -> chip("kept filter"));
        FxThread.until("it is typed", () -> field().getText().equals("kept filter"));
    }

    @Test
    void whatMayComeNextIsOfferedWhileOneTypesAndTakenByKey() {
        enterFilter();
        write("agen");
        FxThread.until("it is offered", () -> offered().equals(List.of("agent:")));
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        FxThread.until("it is typed", () -> field().getText().equals("agent:"));
    }

    private static List<String> offered() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu menu
                        && menu.isShowing()
                        && menu.getStyleClass().contains("completions"))
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .map(MenuItem::getText)
                .toList();
    }

    private void click(String selector) {
        Pointer.click(selector, () -> Optional.ofNullable(stage.getScene().lookup(selector)));
    }

    private void enterFilter() {
        push(KeyCode.CONTROL, KeyCode.F);
        awaitFocus("filter");
    }

    private Optional<Node> star() {
        return FxThread.ask(() ->
                stage.getScene().getRoot().lookupAll(".field-button").stream().findFirst());
    }

    private Optional<Node> chip(String text) {
        return FxThread.ask(() -> stage.getScene().getRoot().lookupAll(".saved-filter").stream()
                .filter(node -> ((Labeled) node).getText().equals(text))
                .findFirst());
    }

    private TextField field() {
        return FxThread.ask(() -> (TextField) stage.getScene().lookup("#filter"));
    }
}
