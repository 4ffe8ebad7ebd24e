package taskglass.ui.frame;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.Await;
import taskglass.lab.FxThread;

/** A caret that blinks keeps JavaFX at sixty pulses a second: whatever made it blink, it comes to rest. */
class CaretBlinkLimitTest extends ApplicationTest {
    /** So often the JavaFX thread is asked, some milliseconds apart, while no pulse may come. */
    private static final int LOOKS = 20;

    private final AtomicInteger pulses = new AtomicInteger();
    private Button button;
    private CustomTextField field;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        button = new Button("★");
        field = new CustomTextField();
        field.setRight(button);
        Scene scene = new Scene(field, 300, 40);
        CaretBlinkLimit.in(scene, Duration.millis(300));
        scene.addPostLayoutPulseListener(pulses::incrementAndGet);
        stage.setScene(scene);
        stage.setX(10);
        stage.setY(10);
        stage.show();
        field.requestFocus();
    }

    @Test
    void aFieldThatWasEnteredComesToRest() {
        awaitRest();
    }

    @Test
    void aFieldThatIsClickedWhileItsCaretRestsComesToRestAgain() {
        awaitRest();
        clickOn(field);
        awaitRest();
    }

    @Test
    void aFieldOfWhichAButtonIsClickedComesToRest() {
        awaitRest();
        clickOn(button);
        awaitRest();
    }

    @Test
    void aFieldWithoutTheFocusOfWhichTheTextIsChangedComesToRest() {
        awaitRest();
        interact(button::requestFocus);
        interact(() -> field.setText("by a program"));
        interact(field::end);
        awaitRest();
    }

    @Test
    void aFieldOfWhichAKeyClosesTheWindowComesToRest() {
        awaitRest();
        interact(() -> field.setOnAction(e -> stage.hide()));
        interact(field::requestFocus);
        push(KeyCode.ENTER);
        FxThread.until("it is closed", () -> !stage.isShowing());
        watch(new Scene(new Button(), 100, 40));
        awaitRest();
    }

    @Test
    void aWindowThatIsComeBackToComesToRestAgain() {
        awaitRest();
        Stage other = watch(new Scene(new TextField(), 100, 40));
        interact(other::hide);
        interact(stage::requestFocus);
        awaitRest();
    }

    /** Counts the pulses of a second window: JavaFX makes them for all windows at once. */
    private Stage watch(Scene scene) {
        return FxThread.ask(() -> {
            Stage other = new Stage();
            scene.addPostLayoutPulseListener(pulses::incrementAndGet);
            other.setScene(scene);
            other.show();
            return other;
        });
    }

    private void awaitRest() {
        int[] quiet = {0};
        Await.until("no pulse comes", java.time.Duration.ofSeconds(20), () -> {
            quiet[0] = FxThread.ask(() -> pulses.getAndSet(0)) == 0 ? quiet[0] + 1 : 0;
            return quiet[0] == LOOKS;
        });
    }
}
