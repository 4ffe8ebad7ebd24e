package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;
import taskglass.task.request.RemovalState;
import taskglass.ui.detail.output.RowText;

/** The field below the output that continues the selected task, in the real window. */
class ContinueFieldTest extends DetailsOverDemo {
    private static final String SETTLED = "Fix the off-by-one in the pager";
    private static final List<KeyCode> KEYS =
            List.of(KeyCode.C, KeyCode.E, KeyCode.R, KeyCode.S, KeyCode.W, KeyCode.Q, KeyCode.DIGIT1);
    private static final String OTHER = "Generate thumbnails";

    @Test
    void enterSendsWhatWasTypedAndEmptiesTheField() {
        select(SETTLED);
        type("Now the footer, too.");
        press(KeyCode.ENTER, false);
        FxThread.until("the task has got it", () -> output().contains("Now the footer, too."));
        FxThread.until("the field is empty", () -> field().getText().isEmpty());
    }

    @Test
    void shiftAndEnterBreakTheLine() {
        select(SETTLED);
        type("First line");
        press(KeyCode.ENTER, true);
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("First line\n");
    }

    @Test
    void itGrowsToFiveLines() {
        select(SETTLED);
        layOut();
        double one = height();
        type("1\n2\n3\n4\n5");
        layOut();
        double five = height();
        Snapshot.of(stage.getScene(), "details-continue");
        type("1\n2\n3\n4\n5\n6\n7");
        layOut();
        assertThat(five).isGreaterThan(one * 2);
        assertThat(height()).isEqualTo(five);
    }

    @Test
    void eachTaskKeepsItsOwnDraft() {
        select(SETTLED);
        type("half a thought");
        select(OTHER);
        assertThat(FxThread.ask(() -> field().getText())).isEmpty();
        select(SETTLED);
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("half a thought");
    }

    @Test
    void theDialogSharesTheDraft() {
        select(SETTLED);
        type("half a thought");
        press("#continue-options");
        Stage dialog = awaitWindow(".continue");
        TextArea prompt = (TextArea) dialog.getScene().lookup("#prompt");
        assertThat(FxThread.ask(() -> prompt.getText())).isEqualTo("half a thought");
        interact(() -> {
            prompt.setText("half a thought, and more");
            dialog.hide();
        });
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("half a thought, and more");
    }

    @Test
    void aRefusedPromptStaysAndSaysWhy() {
        select(SETTLED);
        type("Now the footer, too.");
        demo.close();
        press(KeyCode.ENTER, false);
        FxThread.until(
                "it says why",
                () -> refusal().isVisible() && !refusal().getText().isEmpty());
        Snapshot.of(stage.getScene(), "details-refused");
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("Now the footer, too.");
        type("Now the footer");
        assertThat(FxThread.ask(() -> refusal().isVisible())).isFalse();
    }

    @Test
    void noKeyThatIsTypedThereTriggersAShortcut() {
        select(SETTLED);
        FxThread.until("its output is there", () -> output().contains("Fixed"));
        interact(() -> {
            ((ListView<?>) node("#output")).getSelectionModel().select(0);
            field().requestFocus();
        });
        for (KeyCode key : KEYS) {
            press(key, false);
        }
        press(KeyCode.DELETE, true);
        interact(() -> Event.fireEvent(
                field(), new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("?");
        assertThat(FxThread.ask(
                        () -> find(".continue").isPresent() || find(".keys").isPresent()))
                .isFalse();
        assertThat(FxThread.ask(
                        () -> engine.store().tasks().stream().noneMatch(task -> task.removal() != RemovalState.NONE)))
                .isTrue();
    }

    @Test
    void escapeLeadsToTheOutput() {
        select(SETTLED);
        interact(() -> field().requestFocus());
        press(KeyCode.ESCAPE, false);
        assertThat(FxThread.<Node>ask(() -> stage.getScene().getFocusOwner())).isEqualTo(node("#output"));
    }

    private void type(String text) {
        interact(() -> {
            field().requestFocus();
            field().setText(text);
            field().end();
        });
    }

    private void press(KeyCode key, boolean shift) {
        interact(() ->
                Event.fireEvent(field(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
    }

    private TextArea field() {
        return (TextArea) node("#continue-prompt");
    }

    private double height() {
        return FxThread.ask(() -> field().getHeight());
    }

    private Label refusal() {
        return (Label) node("#continue-refusal");
    }

    private String output() {
        return ((ListView<?>) node("#output"))
                .getItems().stream().map(RowText::of).collect(Collectors.joining("\n"));
    }
}
