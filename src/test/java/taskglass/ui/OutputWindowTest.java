package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.Pointer;
import taskglass.lab.Snapshot;
import taskglass.ui.detail.output.RowText;

/** The output of the selected task, over a real server: it is read as it streams, unfolded, copied and followed. */
@NeedsOpenCode
class OutputWindowTest extends DetailOverServer {
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
        FxThread.until("it is opened", () -> opened.equals(List.of("https://example.org/click")));
    }

    /** Within its window: on the headless screen a toast takes the keyboard from the window itself. */
    private static boolean hasFocus(Node node) {
        return node.equals(node.getScene().getFocusOwner());
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
        Event.fireEvent(list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
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

    private int callRow() {
        return list().getItems()
                .indexOf(list().getItems().stream()
                        .filter(RowText::isCall)
                        .findFirst()
                        .orElseThrow());
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
}
