package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;

/** Where Ctrl+F leads in the real window. */
class OutputSearchWindowTest extends DetailsOverDemo {
    private static final String TASK = "Fix the off-by-one in the pager";

    @Test
    void inTheOutputItSearchesTheOutputAndEscapeGivesTheFocusBack() {
        select(TASK);
        focus("#output");
        press(KeyCode.F, true);
        assertThat(focused()).isEqualTo(node("#output-search"));
        interact(() -> ((TextField) node("#output-search")).setText("pager"));
        press(KeyCode.ENTER, false);
        layOut();
        FxThread.until(
                "a match is reached",
                () -> ((Label) node("#output-matches")).getText().contains(" of "));
        layOut();
        Snapshot.of(stage.getScene(), "details-search");
        press(KeyCode.ESCAPE, false);
        assertThat(focused()).isEqualTo(node("#output"));
        assertThat(FxThread.ask(() -> node("#output-search").getParent().isVisible()))
                .isFalse();
        assertThat(((TextField) node("#output-search")).getText()).isEmpty();
    }

    @Test
    void afterTheSearchNothingLeadsToAnEndThatIsInView() {
        select(TASK);
        focus("#output");
        press(KeyCode.F, true);
        interact(() -> ((TextField) node("#output-search")).setText("e"));
        press(KeyCode.ENTER, true);
        press(KeyCode.ENTER, false);
        FxThread.until("a match is reached", () -> node("#to-end").isVisible());
        interact(() -> {
            ListView<?> rows = (ListView<?>) node("#output");
            rows.scrollTo(rows.getItems().size() - 1);
        });
        layOut();
        press(KeyCode.ESCAPE, false);
        FxThread.until("no button covers the end", () -> !node("#to-end").isVisible());
    }

    @Test
    void inAnotherTabOfTheDetailsItOpensTheOutputToo() {
        select(TASK);
        tab("timeline");
        FxThread.until("it is there", () -> node("#timeline") != null);
        focus("#timeline");
        press(KeyCode.F, true);
        assertThat(focused()).isEqualTo(node("#output-search"));
    }

    @Test
    void inTheTableItFocusesTheFilter() {
        select(TASK);
        focus("#tasks");
        press(KeyCode.F, true);
        assertThat(focused()).isEqualTo(node("#filter"));
    }

    @Test
    void theKeysOfTheOutputDoNothingInTheTable() {
        select(TASK);
        FxThread.until(
                "its output is there",
                () -> !((ListView<?>) node("#output")).getItems().isEmpty());
        interact(() -> ((ListView<?>) node("#output")).getSelectionModel().select(0));
        focus("#tasks");
        press(KeyCode.S, false);
        assertThat(focused()).isEqualTo(node("#tasks"));
    }

    private void focus(String selector) {
        interact(() -> node(selector).requestFocus());
    }

    private Node focused() {
        return FxThread.ask(() -> stage.getScene().getFocusOwner());
    }

    private void press(KeyCode key, boolean control) {
        interact(() -> Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)));
    }
}
