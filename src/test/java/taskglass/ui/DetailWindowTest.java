package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.Snapshot;
import taskglass.task.TaskStatus;

/** The details beside the table, over a real server: what a person sees of the selected task, and does with it. */
@NeedsOpenCode
class DetailWindowTest extends DetailOverServer {
    /** The size of the name's letters: less than a line of them is high. */
    private static final double LETTERS = 15;

    @Test
    void theKeyHidesThemAgain() {
        push(KeyCode.CONTROL, KeyCode.I);
        FxThread.until("the details are gone", () -> stage.getScene().lookup("#detail") == null);
    }

    @Test
    void withNothingSelectedTheyAskForASelection() {
        FxThread.until("it asks", () -> shownTexts().contains("Select a task to see its details."));
    }

    @Test
    void aNameTooLongForOneLineTakesTwo() {
        settled("Port the parser and all that reads its tokens to records", "words=1");
        FxThread.until("it has two lines", () -> {
            Region name = (Region) stage.getScene().lookup("#detail-name");
            return name.getHeight() >= 2 * LETTERS + 4;
        });
    }

    @Test
    void aTabIsNoPartOfTheWindowBeforeItIsOpened() {
        settled("Only its output", "words=1");
        assertThat(FxThread.ask(this::list)).isNotNull();
        assertThat(FxThread.<Object>ask(() -> stage.getScene().lookup("#timeline")))
                .isNull();
    }

    @Test
    void theTimelineHasALanePerToolAndTellsOfEachCall() {
        settled("In time", "steps=3 parallel=2");
        tab("timeline-tab");
        FxThread.until("it counts", () -> timeline().startsWith("6 calls of 1 tool"));
        interact(() -> stage.getScene().lookup("#timeline").requestFocus());
        push(KeyCode.RIGHT);
        FxThread.until("it tells of the first", () -> timeline().startsWith("Call 1 of 6:"));
        push(KeyCode.END);
        FxThread.until("it tells of the last", () -> timeline().startsWith("Call 6 of 6:"));
    }

    @Test
    void thePromptCanBeReadAndTheRawErrorBelowIt() {
        interact(() -> {
            stage.setWidth(800);
            stage.setHeight(500);
        });
        String session = rig.create("Fail me");
        rig.prompt(session, "fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        select("Fail me");
        tab("prompt-tab");
        FxThread.until("the prompt is there", () -> area("#prompt-text").equals("fail=400"));
        FxThread.until("the error is there", () -> area("#raw-error").contains("scripted failure 400"));
        Snapshot.of(stage.getScene(), "detail-window-800");
    }

    @Test
    void theTodosStandWithTheirStates() {
        settled("Plan me", "steps=2 tool=todo");
        tab("todos-tab");
        FxThread.until(
                "the list is there",
                () -> shownTexts().contains("todo 0 · done") && shownTexts().contains("todo 1 · now"));
    }

    @Test
    void inALowWindowTheFootStaysInView() {
        interact(() -> {
            stage.setWidth(800);
            stage.setHeight(400);
        });
        settled("Low", "words=1");
        FxThread.until("the foot is in view", () -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Node foot = stage.getScene().lookup(".status-bar");
            double end = foot.localToScene(foot.getLayoutBounds()).getMaxY();
            return name().equals("Low") && end <= stage.getScene().getHeight() + 0.5;
        });
    }

    @Test
    void theSessionIdAndTheResultAreCopiedFromTheHead() {
        String session = settled("Copy from the head", "words=1 text=result");
        FxThread.until("it is read", () -> output().endsWith("result 0"));
        FxThread.until("there is a result", () -> !copying("copy-result").isDisable());
        interact(() -> copying("copy-result").fire());
        assertThat(clipboard()).isEqualTo("result 0");
        interact(() -> copying("copy-session").fire());
        assertThat(clipboard()).isEqualTo(session);
    }

    private MenuItem copying(String id) {
        return item(((MenuButton) stage.getScene().lookup("#copy")).getItems(), id);
    }

    /** What the timeline says of itself. */
    private String timeline() {
        Node picture = stage.getScene().lookup("#timeline");
        return picture == null || picture.getAccessibleText() == null ? "" : picture.getAccessibleText();
    }

    private void tab(String id) {
        interact(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#detail-tabs");
            tabs.getTabs().stream().filter(tab -> tab.getId().equals(id)).forEach(tabs.getSelectionModel()::select);
        });
    }

    private String area(String id) {
        Node area = stage.getScene().lookup(id);
        return area instanceof TextInputControl input ? input.getText() : "";
    }
}
