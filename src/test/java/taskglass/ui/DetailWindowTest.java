package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.Pointer;
import taskglass.lab.Snapshot;
import taskglass.task.TaskStatus;
import taskglass.ui.detail.RowWords;

/** The details beside the table, over a real server: what a person sees of the selected task, and does with it. */
@NeedsOpenCode
class DetailWindowTest extends WindowOverServer {
    private final String gate = UUID.randomUUID().toString();

    @BeforeEach
    void showDetails() {
        push(KeyCode.CONTROL, KeyCode.I);
        FxThread.until("the details are there", () -> stage.getScene().lookup("#detail") != null);
    }

    @AfterEach
    void letGo() {
        rig.server.model().gates().open(gate);
    }

    @Test
    void theKeyHidesThemAgain() {
        push(KeyCode.CONTROL, KeyCode.I);
        FxThread.until("the details are gone", () -> stage.getScene().lookup("#detail") == null);
    }

    @Test
    void withNothingSelectedTheyAskForASelection() {
        FxThread.until("it asks", () -> shownTexts().contains("Select a task to see what it does."));
    }

    @Test
    void textAppearsWhileItIsBeingWritten() {
        String session = rig.create("Write while I look");
        select("Write while I look");
        FxThread.until("the name is there", () -> name().equals("Write while I look"));
        rig.prompt(session, "words=2 text=live pause=" + gate);
        FxThread.until("the first word is there", () -> output().contains("live 0"));
        rig.server.model().gates().open(gate);
        FxThread.until("the second word is there", () -> output().contains("live 0 live 1"));
    }

    @Test
    void aCallIsOneLineThatUnfoldsItsInputAndOutputByKeyboard() {
        settled("Unfold me", "steps=1");
        FxThread.until("the call is there", () -> output().contains("echo step-0-0"));
        assertThat(FxThread.ask(this::output)).doesNotContain("command: echo");
        interact(() -> {
            choose(callRow());
            key(KeyCode.ENTER, false);
        });
        FxThread.until(
                "input and output are there",
                () -> output().contains("command: echo step-0-0") && output().contains("exit 0"));
        interact(() -> {
            choose(callRow());
            key(KeyCode.ENTER, false);
        });
        FxThread.until("it is folded again", () -> !output().contains("command: echo"));
    }

    @Test
    void itFollowsTheEndUntilSomebodyScrollsUpAndJumpsBack() {
        String session = settled("Scroll me", "steps=40");
        FxThread.until(
                "it stands at the end", () -> bar().isPresent() && bar().get().getValue() > 0.99);
        Snapshot.of(stage.getScene(), "detail-window");
        interact(() -> wheel(400));
        FxThread.until("it offers the way back", () -> toEnd().isVisible());
        double place = FxThread.ask(() -> bar().orElseThrow().getValue());
        rig.prompt(session, "words=1 text=later");
        FxThread.until("more is there", () -> output().contains("later 0"));
        assertThat(FxThread.ask(() -> bar().orElseThrow().getValue())).isLessThanOrEqualTo(place);
        interact(() -> toEnd().fire());
        FxThread.until("it is at the end again", () -> bar().orElseThrow().getValue() > 0.99 && !toEnd().isVisible());
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
    void theTextOfTheSelectedRowIsCopiedByKey() {
        settled("Copy me", "words=1 text=copied");
        atRow("copied 0", () -> key(KeyCode.C, true));
        assertThat(clipboard()).isEqualTo("copied 0");
    }

    @Test
    void theTextOfTheSelectedRowIsCopiedFromItsMenu() {
        settled("Copy from the menu", "words=1 text=menu");
        atRow("menu 0", () -> {
            ContextMenu menu = list().getContextMenu();
            menu.show(list(), 20, 20);
            item(menu.getItems(), "copy-text").fire();
            menu.hide();
        });
        assertThat(clipboard()).isEqualTo("menu 0");
    }

    @Test
    void aPartOfARowIsSelectedAndCopiedByKeysAlone() {
        settled("Copy a part", "words=2 text=part");
        atRow("part 0 part 1", () -> key(KeyCode.S, false));
        FxThread.until("its text can be selected", () -> hasFocus(reader()));
        push(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.RIGHT);
        push(KeyCode.CONTROL, KeyCode.C);
        FxThread.until("a part is copied", () -> clipboard().strip().equals("part"));
        push(KeyCode.ESCAPE);
        FxThread.until(
                "the rows are back",
                () -> hasFocus(list()) && !reader().getParent().isVisible());
    }

    /** Within its window: on the headless screen a toast takes the keyboard from the window itself. */
    private static boolean hasFocus(Node node) {
        return node.equals(node.getScene().getFocusOwner());
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
    void aLinkOpensInTheBrowserByKey() {
        settled("Linked", "words=1 text=[page](https://example.org/spec)");
        atRow("page 0", () -> key(KeyCode.ENTER, false));
        assertThat(opened).containsExactly("https://example.org/spec");
    }

    @Test
    void aLinkOpensInTheBrowserByAClick() {
        settled("Click a link", "words=1 text=[clicked](https://example.org/click)");
        Pointer.click("the link", () -> link("clicked"));
        assertThat(opened).containsExactly("https://example.org/click");
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

    private static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Node> link(String text) {
        return list().lookupAll(".md-link").stream()
                .filter(node -> ((Text) node).getText().equals(text))
                .findFirst();
    }

    /** Chooses the last row, once it has these words, and does it there before anything else can come. */
    private void atRow(String words, Runnable deed) {
        FxThread.until("the row is there", () -> {
            boolean there = output().endsWith(words);
            if (there) {
                choose(list().getItems().size() - 1);
                deed.run();
            }
            return there;
        });
    }

    private void choose(int row) {
        list().getSelectionModel().clearAndSelect(row);
        list().getFocusModel().focus(row);
        list().requestFocus();
    }

    /** What a keyboard sends, in the same turn as what was chosen for it. */
    private void key(KeyCode code, boolean control) {
        key(list(), code, control);
    }

    private static void key(Node target, KeyCode code, boolean control) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    /** What the timeline says of itself. */
    private String timeline() {
        Node picture = stage.getScene().lookup("#timeline");
        return picture == null || picture.getAccessibleText() == null ? "" : picture.getAccessibleText();
    }

    private String settled(String title, String script) {
        String session = rig.create(title);
        rig.prompt(session, script);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        select(title);
        return session;
    }

    private void tab(String id) {
        interact(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#detail-tabs");
            tabs.getTabs().stream().filter(tab -> tab.getId().equals(id)).forEach(tabs.getSelectionModel()::select);
        });
    }

    private void wheel(double by) {
        Node target = list().lookup(".virtual-flow");
        target.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                10,
                10,
                10,
                10,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                by,
                0,
                by,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup("#output");
    }

    private int callRow() {
        return list().getItems()
                .indexOf(list().getItems().stream()
                        .filter(RowWords::isCall)
                        .findFirst()
                        .orElseThrow());
    }

    /** All rows, whether in view or not. */
    private String output() {
        return list().getItems().stream().map(RowWords::of).collect(Collectors.joining("\n"));
    }

    private Optional<ScrollBar> bar() {
        return list().lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar
                        && bar.isVisible()
                        && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .map(ScrollBar.class::cast)
                .findFirst();
    }

    private Button toEnd() {
        return (Button) stage.getScene().lookup("#to-end");
    }

    private Node reader() {
        return stage.getScene().lookup("#reader-text");
    }

    private String name() {
        return ((Label) stage.getScene().lookup("#detail-name")).getText();
    }

    private String area(String id) {
        Node area = stage.getScene().lookup(id);
        return area instanceof TextInputControl input ? input.getText() : "";
    }

    private List<String> shownTexts() {
        return texts(stage.getScene().lookup("#detail"));
    }
}
