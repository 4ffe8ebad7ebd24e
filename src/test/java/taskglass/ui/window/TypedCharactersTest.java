package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;

/** A key whose press opens a field does not type its character into it. */
class TypedCharactersTest extends WindowOverDemo {
    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(1200);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
        FxThread.until("the strip is there", () -> node("#attention").isVisible());
    }

    @Test
    void theKeyThatRejectsIsNotTheBeginningOfTheMessage() {
        turnTo("#attention-reject");
        type(KeyCode.DIGIT3, "3");
        type(KeyCode.DIGIT3, "3");
        type(KeyCode.N, "n");
        assertThat(typedText()).isEqualTo("3n");
    }

    @Test
    void theNumberOfAnOwnAnswerIsNotItsBeginning() {
        turnTo("#attention-answer");
        int own = FxThread.ask(
                () -> stage.getScene().getRoot().lookupAll(".attention-choice").size());
        type(KeyCode.getKeyCode(String.valueOf(own)), String.valueOf(own));
        type(KeyCode.N, "n");
        assertThat(typedText()).isEqualTo("n");
    }

    /** The arrow keys of a radio button select the next one. */
    @Test
    void arrowsLeadIntoTheFieldOfAnOwnAnswer() {
        turnTo("#attention-answer");
        int choices = FxThread.ask(
                () -> stage.getScene().getRoot().lookupAll(".attention-choice").size());
        for (int i = 1; i < choices; i++) {
            push(KeyCode.DOWN);
        }
        type(KeyCode.N, "n");
        assertThat(typedText()).isEqualTo("n");
    }

    /** Turns the bar to a request with that button, and gives it the focus. */
    private void turnTo(String button) {
        FxThread.until("two wait", () -> stage.getTitle().startsWith("(2)"));
        if (FxThread.ask(() -> !node(button).getParent().isVisible())) {
            press("#attention-next");
        }
        FxThread.until("it can be answered", () -> !node(button).isDisabled());
        push(KeyCode.CONTROL, KeyCode.J);
    }

    /** What a keyboard sends for one key: each event goes to whatever has the focus by then. */
    private void type(KeyCode key, String character) {
        interact(() -> {
            fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key);
            fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
            fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, key);
        });
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode key) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(), new KeyEvent(type, character, "", key, false, false, false, false));
    }

    private String typedText() {
        return FxThread.ask(() -> ((TextInputControl) stage.getScene().getFocusOwner()).getText());
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }
}
